import type { FitVerdict } from './fit.ts'
import { judgeFit, makesTight } from './fit.ts'
import type { LoadExperience } from './load-experience.ts'
import type { Machine } from './machine.ts'
import type { ModelBuild, ModelOffer } from './offer.ts'

/** What to propose of an offer on this machine. */
export interface Proposal {
  readonly build: ModelBuild
  /** In tokens; one of the offer's presets. */
  readonly contextWindow: number
  readonly fit: FitVerdict
  /** Every preset, shortest first. */
  readonly presets: readonly { readonly contextWindow: number; readonly fit: FitVerdict }[]
}

export interface ProposalWishes {
  /** The preset that was asked for, whether it fits or not. Without it, none above the offer's default is proposed. */
  readonly contextWindow?: number
  /** What is kept of a build already, in bytes. */
  readonly kept?: (build: ModelBuild) => number
}

/** The model that the app is made for. */
const madeFor = 'hari-q3-8b'

/** The build for this adapter and the longest preset that fits, else the longest that may; null for an empty offer. */
export function bestBuild(
  machine: Machine,
  offer: ModelOffer,
  experience: readonly LoadExperience[],
  { contextWindow: asked, kept = () => 0 }: ProposalWishes = {},
): Proposal | null {
  const library = libraryFor(machine, offer)
  if (library === undefined) return null
  const build: ModelBuild = { offer, library }
  const keptBytes = kept(build)
  const presets = offer.contextWindow.presets
    .toSorted((a, b) => a - b)
    .map((contextWindow) => ({
      contextWindow,
      fit: judgeFit(machine, build, contextWindow, experience, keptBytes),
    }))
  const modest = presets.filter(({ contextWindow }) => contextWindow <= offer.contextWindow.default)
  const chosen =
    presets.find(({ contextWindow }) => contextWindow === asked) ??
    modest.findLast(({ fit }) => fit.verdict === 'fits') ??
    modest.findLast(({ fit }) => fit.verdict === 'tight') ??
    presets[0]
  return chosen === undefined ? null : { build, ...chosen, presets }
}

/** The best of every offer: of what fits the largest comes first, of what is in doubt the smallest. */
export function proposeOffers(
  machine: Machine,
  offers: readonly ModelOffer[],
  experience: readonly LoadExperience[],
  wishes: ProposalWishes = {},
): readonly Proposal[] {
  return offers
    .flatMap((offer) => bestBuild(machine, offer, experience, wishes) ?? [])
    .toSorted((a, b) => rankOf(a) - rankOf(b) || sizeRankOf(a) - sizeRankOf(b))
}

/** Half precision takes half the cache and less of the weights, where the GPU can do it. */
function libraryFor({ adapter }: Machine, { builds }: ModelOffer): ModelBuild['library'] | undefined {
  const hasHalf = adapter === null || adapter.features.includes('shader-f16')
  return builds.find(({ quantization }) => quantization === (hasHalf ? 'q4f16_1' : 'q4f32_1')) ?? builds[0]
}

const verdictRank = { fits: 1, tight: 2, wontFit: 3 } as const

/** Lower comes first: the model that the app is made for, unless more than its memory is in doubt. */
function rankOf({ build, fit }: Proposal): number {
  const leads =
    fit.verdict !== 'wontFit' &&
    fit.doubts.every((doubt) => !makesTight(doubt) || doubt.kind === 'memoryUnknown' || doubt.kind === 'memoryClose')
  return build.offer.id === madeFor && leads ? 0 : verdictRank[fit.verdict]
}

function sizeRankOf({ build, fit }: Proposal): number {
  return fit.verdict === 'fits' ? -build.offer.parameters : build.offer.parameters
}

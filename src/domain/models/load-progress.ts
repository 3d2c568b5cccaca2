/**
 * How far a model is on its way to an answer. Stages only ever go forward, in the order of `loadStages`.
 *
 * `checking` compares what is kept with its SHA-256, `fetching` brings what is missing or damaged, `uploading` moves the
 * weights to the GPU, `compiling` builds the shader pipelines, `warming` runs the first token.
 */
export const loadStages = ['starting', 'checking', 'fetching', 'uploading', 'compiling', 'warming', 'ready'] as const
export type LoadStage = (typeof loadStages)[number]

export interface LoadProgress {
  readonly stage: LoadStage
  /** Done and total in the stage's own unit: bytes for `checking` and `fetching`, parts per thousand for the rest. */
  readonly done: number
  readonly total: number
  /** Kept files whose hash was wrong and which are being fetched again, by name. */
  readonly repaired: readonly string[]
}

export const loadStarting: LoadProgress = { stage: 'starting', done: 0, total: 1, repaired: [] }

/** The later of two reports, so that a late message can never move the bar back. */
export function furthest(shown: LoadProgress, heard: LoadProgress): LoadProgress {
  const order = loadStages.indexOf(heard.stage) - loadStages.indexOf(shown.stage)
  if (order > 0) return heard
  if (order < 0) return shown
  return heard.done * shown.total >= shown.done * heard.total ? heard : shown
}

/** Share of the whole way in [0, 1]; the weights are rough shares of the time a first load takes. */
export function overallProgress({ stage, done, total }: LoadProgress): number {
  const within = total > 0 ? Math.min(1, done / total) : 0
  let before = 0
  for (const candidate of loadStages) {
    if (candidate === stage) return Math.min(1, before + stageShare[candidate] * within)
    before += stageShare[candidate]
  }
  return before
}

const stageShare: Readonly<Record<LoadStage, number>> = {
  starting: 0.02,
  checking: 0.05,
  fetching: 0.4,
  uploading: 0.13,
  compiling: 0.3,
  warming: 0.1,
  ready: 0,
}

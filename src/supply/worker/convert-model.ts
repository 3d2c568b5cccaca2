import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import { chatConfig } from '#converter/chat-config.ts'
import type { RunFailure } from '#converter/conversion-run.ts'
import type { SourceIdentity } from '#converter/manifest.ts'
import { converterVersion } from '#converter/manifest.ts'
import { planConversion } from '#converter/plan.ts'
import type { ReadModelFailure } from '#converter/read-model.ts'
import { readModel } from '#converter/read-model.ts'
import { runConversion } from '#converter/run-conversion.ts'
import type { BuiltModel } from '#domain/models/built-model.ts'
import { parseManifest } from '#domain/models/built-model.ts'
import { buildId } from '#domain/models/offer.ts'
import type { SupplyFailure } from '#domain/models/supply-failure.ts'
import type { SupplyOrder } from '../supply-port.ts'
import { checkTokens, shapeFault, shapeOfConfig } from './fits-offer.ts'
import type { GetNeeds, Report } from './get-needs.ts'
import { noteOrder } from './note-order.ts'
import type { Opened } from './open-source.ts'
import { explainWorkbench } from './explain-workbench.ts'

/** Reads a published model, checks that it is the one that the build's library runs, and converts it. */
export async function convertModel(
  order: SupplyOrder,
  { identity, bytes }: Extract<Opened, { kind: 'safetensors' }>,
  needs: GetNeeds,
  report: Report,
  signal: AbortSignal,
): Promise<Result<BuiltModel, SupplyFailure>> {
  const { build, contextWindow } = order
  const { quantization, prefillChunk, architecture } = build.library
  const facts = await readModel(bytes, identity.files, signal)
  if (!facts.ok) return fail(explainRead(facts.failure))
  const { config, headers, weightOrder, tokenizer, generation, tokenizerFiles } = facts.value
  const fault =
    shapeFault(shapeOfConfig(config), architecture, 'config.json') ?? checkTokens(tokenizerFiles, build.offer.tokenizer)
  if (fault !== null) return fail({ kind: 'notConvertible', fault })
  const plan = planConversion({
    ...{ config, headers, quantization, promises: identity.files, ...needs.sizes },
    ...(weightOrder === undefined ? {} : { weightOrder }),
  })
  if (!plan.ok) return fail({ kind: 'notConvertible', fault: plan.failure })

  const version = await versionOf(identity, quantization, needs)
  const { parts, totals } = plan.value
  await noteOrder(needs.workbench, order.source, { parts: parts.length, totalBytes: totals.sourceBytes })
  report.stage('fetching')
  const chat = chatConfig({
    ...{ config, quantization, tokenizer, generation, contextWindow, prefillChunk },
    tokenizerFiles: tokenizerFiles.map(({ name }) => name),
  })
  const weights = new Set(headers.map(({ file }) => file))
  const ended = await runConversion({ ...needs, source: bytes, finished: needs.finished(version) }, plan.value, {
    model: build.offer.id,
    source: { ...identity, files: identity.files.filter(({ name }) => weights.has(name)) },
    documents: [{ name: 'mlc-chat-config.json', bytes: new TextEncoder().encode(chat) }, ...tokenizerFiles],
    partsInFlight: needs.partsInFlight,
    signal,
    onProgress: ({ sourceBytesDone, sourceBytes }) => {
      report.done(sourceBytesDone, sourceBytes)
      if (sourceBytesDone === sourceBytes) report.stage('finishing')
    },
  })
  if (!ended.ok) return fail(explainRun(ended.failure))
  if (ended.value.kind === 'stopped') return fail({ kind: 'unexpected', detail: 'stopped' })
  const manifest = parseManifest(JSON.parse(JSON.stringify(ended.value.manifest)))
  if (!manifest.ok) return fail({ kind: 'unexpected', detail: manifest.failure })
  return succeed({ buildId: buildId(build), version, manifest: manifest.value })
}

/** Tells a build of these very source files from every other; known before anything is converted. */
async function versionOf(
  { repository, revision, files }: SourceIdentity,
  quantization: string,
  { newHasher }: Pick<GetNeeds, 'newHasher'>,
): Promise<string> {
  const hasher = await newHasher('sha256')
  const facts = { repository, revision, files, quantization, converterVersion }
  hasher.update(new TextEncoder().encode(JSON.stringify(facts)))
  return hasher.hex().slice(0, 16)
}

function explainRead(failure: ReadModelFailure<SupplyFailure>): SupplyFailure {
  return failure.kind === 'fault' ? { kind: 'notConvertible', fault: failure.fault } : failure.failure
}

function explainRun(failure: RunFailure<SupplyFailure, SupplyFailure>): SupplyFailure {
  switch (failure.kind) {
    case 'source':
    case 'finished':
      return failure.failure
    case 'fault':
      return { kind: 'notConvertible', fault: failure.fault }
    case 'wrongHash':
      return failure
    case 'workbench':
      return explainWorkbench(failure.error)
  }
}

import type { ByteSource } from '#converter/conversion-ports.ts'
import type { ConversionNeeds, ConversionOrder } from '#converter/conversion-run.ts'
import type { ConversionPlan } from '#converter/plan.ts'
import { openMemoryWorkbench } from '../fakes/memory-workbench.ts'
import type { ModelFiles } from './conversions.ts'
import { anOrder, conversionNeeds, planTiny, promisesOf } from './conversions.ts'
import { quantizationVectors, tinyModelFiles } from './quantization-vectors.ts'
import { withUnneeded } from './safetensors.ts'

/** A tiny model of two files and ten shards, some of them fed by both, with what nobody needs around its weights. */
const model = quantizationVectors().tiny_models.find(({ name }) => name === 'tiny-untied-two-files-cap4096-q4f16_1')

/** A conversion of it on a machine of its own; of the named files, or of all, the hashes are known. */
export function promisedTiny(hashed?: readonly string[], others: Partial<ConversionOrder> = {}, partBytes = 1500) {
  if (model === undefined) throw new Error('no such model')
  const files: ModelFiles = new Map([...tinyModelFiles(model)].map(([name, bytes]) => [name, withUnneeded(bytes)]))
  const promises = promisesOf(files, hashed)
  const plan = planTiny(model, files, partBytes, promises)
  const source = { repository: 'someone/tiny', revision: 'main', files: promises }
  const workbench = openMemoryWorkbench()
  const kept = new Map<string, Uint8Array>()
  const needs = conversionNeeds(files, kept, workbench)
  return { files, plan, order: anOrder(files, { source, ...others }), workbench, kept, needs }
}

/** The names of its files, in the order in which they are read. */
export const promisedTinyFiles = ['model-00002-of-00002.safetensors', 'model-00001-of-00002.safetensors'] as const

/** The same needs, telling which parts are read; `change` may spoil the bytes of any. */
export function watched<S, F>(
  needs: ConversionNeeds<S, F>,
  plan: ConversionPlan,
  change: (bytes: Uint8Array<ArrayBuffer>, file: string, begin: number) => void = () => undefined,
) {
  const parts: number[] = []
  const source: ByteSource<S> = {
    async read(file, begin, end, signal) {
      parts.push(plan.parts.findIndex((part) => part.file === file && part.begin === begin))
      const read = await needs.source.read(file, begin, end, signal)
      if (read.ok) change(read.value, file, begin)
      return read
    },
  }
  return { needs: { ...needs, source }, parts }
}

/** Turns bits of one byte of a file, wherever it is read. */
export function flipping(file: string, at: number, bits = 1) {
  return (bytes: Uint8Array<ArrayBuffer>, of: string, begin: number): void => {
    const byte = bytes[at - begin]
    if (of === file && byte !== undefined) bytes[at - begin] = byte ^ bits
  }
}

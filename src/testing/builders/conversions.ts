import { convertInline } from '#converter/convert-part.ts'
import type { ByteSource, FileContent, Finished } from '#converter/conversion-ports.ts'
import { planConversion } from '#converter/plan.ts'
import type { ConversionPlan } from '#converter/plan.ts'
import { parseQwen3Config } from '#converter/qwen3-config.ts'
import type { ConversionNeeds, ConversionOrder } from '#converter/run-conversion.ts'
import { headerEnd, parseSafetensorsHeader } from '#converter/safetensors.ts'
import type { SafetensorsHeader } from '#converter/safetensors.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Result } from '#lib/result.ts'
import { openMemoryWorkbench } from '../fakes/memory-workbench.ts'
import type { MemoryWorkbench } from '../fakes/memory-workbench.ts'
import { newNodeHasher } from '../fakes/node-hasher.ts'
import { qwen3ConfigText } from './quantization-vectors.ts'
import type { TinyModel } from './quantization-vectors.ts'

export type ModelFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

export function headersOf(files: ModelFiles): readonly SafetensorsHeader[] {
  return [...files].map(([file, bytes]) =>
    valueOf(parseSafetensorsHeader(file, bytes.length, bytes.slice(8, valueOf(headerEnd(file, bytes.length, bytes))))),
  )
}

export function planTiny(model: TinyModel, files: ModelFiles, partBytes: number): ConversionPlan {
  return valueOf(
    planConversion({
      config: valueOf(parseQwen3Config(qwen3ConfigText(model.config))),
      headers: headersOf(files),
      weightOrder: Object.entries(model.weight_map).map(([tensor, file]) => ({ tensor, file })),
      ...{ quantization: model.quantization, shardCap: model.shard_cap_nbytes, partBytes },
    }),
  )
}

/** Reads from memory. */
export function sourceOf(files: ModelFiles): ByteSource<string> {
  return {
    read(file, begin, end) {
      const bytes = files.get(file)
      return Promise.resolve(bytes === undefined ? fail(`no ${file}`) : succeed(bytes.slice(begin, end)))
    },
  }
}

/** Keeps what is finished in a map. */
export function openFinished(kept: Map<string, Uint8Array>): Finished<string> {
  return {
    put({ name, bytes }, content: FileContent) {
      kept.set(name, content.read(0, bytes))
      return Promise.resolve(succeed(undefined))
    },
    has: (name, bytes) => Promise.resolve(kept.get(name)?.length === bytes),
  }
}

export function conversionNeeds(
  files: ModelFiles,
  kept: Map<string, Uint8Array>,
  workbench: MemoryWorkbench = openMemoryWorkbench(),
): ConversionNeeds<string, string> {
  return {
    ...{ source: sourceOf(files), workbench, convert: convertInline },
    ...{ newHasher: newNodeHasher, finished: openFinished(kept) },
  }
}

export function anOrder(files: ModelFiles, others: Partial<ConversionOrder> = {}): ConversionOrder {
  return {
    model: 'tiny',
    source: {
      ...{ repository: 'someone/tiny', revision: 'main' },
      files: [...files].map(([name, { length }]) => ({ name, bytes: length })),
    },
    documents: [{ name: 'mlc-chat-config.json', bytes: new TextEncoder().encode('{}') }],
    signal: new AbortController().signal,
    ...others,
  }
}

export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

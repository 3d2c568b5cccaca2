import { convertInline } from '#converter/convert-part.ts'
import type { ByteSource, FileContent, Finished } from '#converter/conversion-ports.ts'
import type { ConversionNeeds, ConversionOrder } from '#converter/conversion-run.ts'
import type { SourceFile } from '#converter/manifest.ts'
import { planConversion } from '#converter/plan.ts'
import type { ConversionPlan } from '#converter/plan.ts'
import { parseQwen3Config } from '#converter/qwen3-config.ts'
import { headerEnd, parseSafetensorsHeader } from '#converter/safetensors.ts'
import type { SafetensorsHeader } from '#converter/safetensors.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Result } from '#lib/result.ts'
import { wasmFileHashing } from '#supply/worker/hashers.ts'
import { openMemoryWorkbench } from '../fakes/memory-workbench.ts'
import type { MemoryWorkbench } from '../fakes/memory-workbench.ts'
import { newNodeHasher, sha256Of } from '../fakes/node-hasher.ts'
import { qwen3ConfigText } from './quantization-vectors.ts'
import type { TinyModel } from './quantization-vectors.ts'

export type ModelFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

export function headersOf(files: ModelFiles): readonly SafetensorsHeader[] {
  return [...files].map(([file, bytes]) =>
    valueOf(parseSafetensorsHeader(file, bytes.length, bytes.slice(8, valueOf(headerEnd(file, bytes.length, bytes))))),
  )
}

/** The files as a hub lists them: the named ones, or all of them, with their hashes. */
export function promisesOf(files: ModelFiles, hashed: readonly string[] = [...files.keys()]): readonly SourceFile[] {
  return [...files].map(([name, bytes]) => {
    const file = { name, bytes: bytes.length }
    return hashed.includes(name) ? { ...file, sha256: sha256Of(bytes) } : file
  })
}

export function planTiny(
  model: TinyModel,
  files: ModelFiles,
  partBytes: number,
  promises: readonly SourceFile[] = [],
): ConversionPlan {
  return valueOf(
    planConversion({
      config: valueOf(parseQwen3Config(qwen3ConfigText(model.config))),
      headers: headersOf(files),
      weightOrder: Object.entries(model.weight_map).map(([tensor, file]) => ({ tensor, file })),
      ...{ quantization: model.quantization, shardCap: model.shard_cap_nbytes, partBytes, promises },
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

/** What was kept, short enough to be compared. */
export function digestsOf(kept: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  return new Map([...kept].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, bytes]) => [name, sha256Of(bytes)]))
}

export function conversionNeeds(
  files: ModelFiles,
  kept: Map<string, Uint8Array>,
  workbench: MemoryWorkbench = openMemoryWorkbench(),
): ConversionNeeds<string, string> {
  return {
    ...{ source: sourceOf(files), workbench, convert: convertInline },
    ...{ newHasher: newNodeHasher, fileHashing: wasmFileHashing, finished: openFinished(kept) },
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

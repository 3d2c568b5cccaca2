import type { ConversionFault } from '#domain/models/conversion-fault.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Result } from '#lib/result.ts'
import type { GenerationFacts } from './chat-config.ts'
import { readGeneration } from './chat-config.ts'
import type { ByteSource } from './conversion-ports.ts'
import type { Qwen3Config } from './qwen3-config.ts'
import { parseQwen3Config } from './qwen3-config.ts'
import type { SafetensorsHeader, WeightIndex } from './safetensors.ts'
import { headerEnd, lengthBytes, parseSafetensorsHeader, parseWeightIndex } from './safetensors.ts'
import type { TokenizerFacts } from './tokenizer-facts.ts'
import { readTokenizer } from './tokenizer-facts.ts'

/** All that a conversion needs to know of a model before its weights are read. */
export interface ModelFacts {
  readonly config: Qwen3Config
  readonly generation: GenerationFacts
  readonly tokenizer: TokenizerFacts
  /** The tokenizer's files as they are, to be put beside the weights. */
  readonly tokenizerFiles: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[]
  readonly headers: readonly SafetensorsHeader[]
  readonly weightOrder: WeightIndex['order'] | undefined
}

export type ReadModelFailure<F> =
  | { readonly kind: 'fault'; readonly fault: ConversionFault }
  | { readonly kind: 'source'; readonly file: string; readonly failure: F }

const indexName = 'model.safetensors.index.json'
const singleName = 'model.safetensors'

/** Reads a folder in the Hugging Face layout, weights excepted. `files` are those that it has, by name. */
export async function readModel<F>(
  source: ByteSource<F>,
  files: readonly { readonly name: string; readonly bytes: number }[],
  signal: AbortSignal,
): Promise<Result<ModelFacts, ReadModelFailure<F>>> {
  const sizes = new Map(files.map(({ name, bytes }) => [name, bytes]))
  const read = (file: string, begin: number, end: number): ReturnType<typeof source.read> =>
    source.read(file, begin, end, signal)

  const config = await textOf('config.json')
  if (!config.ok) return config
  const shape = parseQwen3Config(config.value)
  if (!shape.ok) return faulty(shape.failure)

  const generationText = sizes.has('generation_config.json') ? await textOf('generation_config.json') : undefined
  if (generationText?.ok === false) return generationText
  const generation = readGeneration(generationText?.value, shape.value)
  if (!generation.ok) return faulty(generation.failure)

  const tokenizerText = await textOf('tokenizer.json')
  if (!tokenizerText.ok) return tokenizerText
  const tokenizer = readTokenizer(tokenizerText.value, shape.value.vocabSize)
  if (!tokenizer.ok) return faulty(tokenizer.failure)
  const tokenizerFiles: { name: string; bytes: Uint8Array<ArrayBuffer> }[] = []
  for (const name of ['tokenizer.json', 'tokenizer_config.json'].filter((each) => sizes.has(each))) {
    const bytes = await whole(name)
    if (!bytes.ok) return bytes
    tokenizerFiles.push({ name, bytes: bytes.value })
  }

  const indexText = sizes.has(indexName) ? await textOf(indexName) : undefined
  if (indexText?.ok === false) return indexText
  const index = indexText === undefined ? undefined : parseWeightIndex(indexName, indexText.value)
  if (index?.ok === false) return faulty(index.failure)
  const weightOrder = index?.value.order
  const headers: SafetensorsHeader[] = []
  for (const file of new Set(weightOrder?.map((item) => item.file) ?? [singleName])) {
    const header = await headerOf(file)
    if (!header.ok) return header
    headers.push(header.value)
  }
  const facts = { config: shape.value, generation: generation.value, tokenizer: tokenizer.value }
  return succeed({ ...facts, tokenizerFiles, headers, weightOrder })

  async function whole(file: string): Promise<Result<Uint8Array<ArrayBuffer>, ReadModelFailure<F>>> {
    const bytes = sizes.get(file)
    if (bytes === undefined) return faulty({ kind: 'fileMissing', file })
    const content = await read(file, 0, bytes)
    return content.ok ? content : fail({ kind: 'source', file, failure: content.failure })
  }

  async function textOf(file: string): Promise<Result<string, ReadModelFailure<F>>> {
    const content = await whole(file)
    return content.ok ? succeed(new TextDecoder().decode(content.value)) : content
  }

  async function headerOf(file: string): Promise<Result<SafetensorsHeader, ReadModelFailure<F>>> {
    const bytes = sizes.get(file)
    if (bytes === undefined) return faulty({ kind: 'fileMissing', file })
    const first = await read(file, 0, Math.min(lengthBytes, bytes))
    if (!first.ok) return fail({ kind: 'source', file, failure: first.failure })
    const end = headerEnd(file, bytes, first.value)
    if (!end.ok) return faulty(end.failure)
    const text = await read(file, lengthBytes, end.value)
    if (!text.ok) return fail({ kind: 'source', file, failure: text.failure })
    const header = parseSafetensorsHeader(file, bytes, text.value)
    return header.ok ? header : faulty(header.failure)
  }
}

function faulty(fault: ConversionFault): Result<never, { readonly kind: 'fault'; readonly fault: ConversionFault }> {
  return fail({ kind: 'fault', fault })
}

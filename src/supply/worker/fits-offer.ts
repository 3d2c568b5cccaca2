import { readBytePairs } from '#converter/byte-pairs.ts'
import { isObject } from '#converter/plain-json.ts'
import type { Qwen3Config } from '#converter/qwen3-config.ts'
import { parseJson } from '#lib/json.ts'
import type { ConversionFault } from '#domain/models/conversion-fault.ts'
import type { Architecture, ModelOffer } from '#domain/models/offer.ts'

/** A model's shape by the names that `config.json` has for it, and `mlc-chat-config.json` too. */
export type NamedShape = Readonly<Record<string, unknown>>

/** The first field in which a model differs from what the build's library has compiled in; null where there is none. */
export function shapeFault(found: NamedShape, expected: Architecture, file: string): ConversionFault | null {
  const fields = namedShape(expected)
  const field = Object.keys(fields).find((name) => fields[name] !== found[name])
  if (field === undefined) return null
  return { kind: 'configField', file, field, expected: String(fields[field]), found: String(found[field]) }
}

export function shapeOfConfig(config: Qwen3Config): NamedShape {
  return namedShape({ ...config, vocabularySize: config.vocabSize })
}

/** `model_config` of `mlc-chat-config.json`, whatever was found in its place. */
export function shapeOfChatConfig(found: unknown): NamedShape {
  return isObject(found) ? found : {}
}

function namedShape(shape: Architecture): NamedShape {
  return {
    hidden_size: shape.hiddenSize,
    num_hidden_layers: shape.layers,
    num_attention_heads: shape.heads,
    num_key_value_heads: shape.keyValueHeads,
    head_dim: shape.headDim,
    intermediate_size: shape.intermediateSize,
    vocab_size: shape.vocabularySize,
    tie_word_embeddings: shape.tied,
    rope_theta: shape.ropeTheta,
    rms_norm_eps: shape.rmsNormEps,
  }
}

/** Whether the tokenizer is the one that the model learnt with: by the ids of special tokens and of a few words. */
export function checkTokens(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  { special, encodings }: ModelOffer['tokenizer'],
): ConversionFault | null {
  const file = 'tokenizer.json'
  const bytes = files.find(({ name }) => name === file)?.bytes ?? new Uint8Array(0)
  const parsed = parseJson(new TextDecoder().decode(bytes))
  const added = parsed.ok && isObject(parsed.value) ? parsed.value['added_tokens'] : []
  const ids = new Map(
    (Array.isArray(added) ? (added as readonly unknown[]) : []).flatMap((token) =>
      isObject(token) ? [[token['content'], token['id']] as const] : [],
    ),
  )
  for (const [token, expected] of Object.entries(special)) {
    const found = ids.get(token)
    if (typeof found !== 'number') return { kind: 'tokenMissing', file, token }
    if (found !== expected) return { kind: 'tokenId', file, token, expected, found }
  }
  const pairs = readBytePairs(parsed.ok && isObject(parsed.value) ? parsed.value['model'] : null)
  for (const { word, ids: expected } of encodings) {
    const found = pairs?.encode(word) ?? []
    if (found.join() !== expected.join()) return { kind: 'encoding', file, word, expected, found }
  }
  return null
}

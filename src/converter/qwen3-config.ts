import type { ConversionFault } from '#domain/models/conversion-fault.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Result } from '#lib/result.ts'
import type { JsonObject } from './plain-json.ts'
import { isCount, isObject, parseObject } from './plain-json.ts'
import { groupSize } from './quantization.ts'

/** The shape of a Qwen3 model, and the constants that are compiled into its library. */
export interface Qwen3Config {
  readonly hiddenSize: number
  readonly intermediateSize: number
  readonly layers: number
  readonly heads: number
  readonly keyValueHeads: number
  readonly headDim: number
  readonly vocabSize: number
  /** The embedding is the output matrix too. */
  readonly tied: boolean
  readonly rmsNormEps: number
  readonly ropeTheta: number
  /** Tokens that the model was trained for. */
  readonly maxPositions: number
  readonly bosToken: number | undefined
  readonly padToken: number | undefined
  readonly eosTokens: readonly number[]
}

/** What a field must be for the libraries to compute the model, where it is given at all. */
const musts: readonly {
  readonly field: string
  readonly expected: string
  readonly holds: (value: unknown) => boolean
}[] = [
  {
    field: 'architectures',
    expected: 'Qwen3ForCausalLM',
    holds: (value) => Array.isArray(value) && value.includes('Qwen3ForCausalLM'),
  },
  { field: 'hidden_act', expected: 'silu', holds: (value) => value === 'silu' },
  { field: 'attention_bias', expected: 'false', holds: (value) => value === false },
  { field: 'use_sliding_window', expected: 'false', holds: (value) => value === false },
  { field: 'rope_scaling', expected: 'null', holds: isDefaultRope },
  { field: 'rope_parameters', expected: 'rope_type default', holds: isDefaultRope },
  {
    field: 'layer_types',
    expected: 'full_attention',
    holds: (value) => Array.isArray(value) && value.every((type) => type === 'full_attention'),
  },
  { field: 'quantization_config', expected: 'none', holds: () => false },
]

/** `config.json` of a Hugging Face folder; a model that the libraries cannot run is refused by the field that says so. */
export function parseQwen3Config(text: string, file = 'config.json'): Result<Qwen3Config, ConversionFault> {
  const parsed = parseObject(file, text)
  if (!parsed.ok) return parsed
  const config = parsed.value
  if (config['model_type'] !== 'qwen3') return wrong(file, 'model_type', 'qwen3', config['model_type'])
  for (const { field, expected, holds } of musts) {
    const value = config[field]
    if (value !== undefined && value !== null && !holds(value)) return wrong(file, field, expected, value)
  }
  const shape = readShape(file, config)
  if (!shape.ok) return shape
  const fault = sizeFault(file, shape.value)
  return fault === undefined ? shape : fail(fault)
}

/** The tokens under a key that holds one id, several, or none. */
export function tokenIds(value: unknown): readonly number[] {
  return (Array.isArray(value) ? value : [value]).filter(isCount)
}

function readShape(file: string, config: JsonObject): Result<Qwen3Config, ConversionFault> {
  const sizes = [
    ...['hidden_size', 'intermediate_size', 'num_hidden_layers', 'num_attention_heads'],
    ...['num_key_value_heads', 'head_dim', 'vocab_size', 'max_position_embeddings'],
  ]
  const missing = sizes.find((field) => !isCount(config[field]) || config[field] === 0)
  if (missing !== undefined) return wrong(file, missing, 'a size', config[missing])
  const size = (field: string): number => Number(config[field])
  const { rms_norm_eps: rmsNormEps, tie_word_embeddings: tied } = config
  if (typeof rmsNormEps !== 'number') return wrong(file, 'rms_norm_eps', 'a number', rmsNormEps)
  if (typeof tied !== 'boolean') return wrong(file, 'tie_word_embeddings', 'true or false', tied)
  const parameters = config['rope_parameters']
  const ropeTheta = config['rope_theta'] ?? (isObject(parameters) ? parameters['rope_theta'] : undefined)
  if (typeof ropeTheta !== 'number') return wrong(file, 'rope_theta', 'a number', ropeTheta)
  return succeed({
    ...{ hiddenSize: size('hidden_size'), intermediateSize: size('intermediate_size') },
    ...{ layers: size('num_hidden_layers'), heads: size('num_attention_heads') },
    ...{ keyValueHeads: size('num_key_value_heads'), headDim: size('head_dim'), vocabSize: size('vocab_size') },
    ...{ tied, rmsNormEps, ropeTheta, maxPositions: size('max_position_embeddings') },
    bosToken: tokenIds(config['bos_token_id'])[0],
    padToken: tokenIds(config['pad_token_id'])[0],
    eosTokens: tokenIds(config['eos_token_id']),
  })
}

function sizeFault(file: string, config: Qwen3Config): ConversionFault | undefined {
  const attention = config.heads * config.headDim
  const inputs = { hidden_size: config.hiddenSize, intermediate_size: config.intermediateSize }
  for (const [field, found] of Object.entries({ ...inputs, 'num_attention_heads * head_dim': attention }))
    if (found % groupSize !== 0) return misfit(file, field, `a multiple of ${groupSize}`, found)
  // The kernels read keys and values eight at a time.
  if (config.headDim % 8 !== 0) return misfit(file, 'head_dim', 'a multiple of 8', config.headDim)
  if (config.heads % config.keyValueHeads !== 0)
    return misfit(file, 'num_attention_heads', `a multiple of ${config.keyValueHeads}`, config.heads)
  return undefined
}

/** No stretched positions: nothing, or newer configurations' way of saying so. */
function isDefaultRope(value: unknown): boolean {
  if (!isObject(value)) return false
  return (value['rope_type'] ?? value['type'] ?? 'default') === 'default'
}

function wrong(file: string, field: string, expected: string, found: unknown): Result<never, ConversionFault> {
  return fail(misfit(file, field, expected, found))
}

function misfit(file: string, field: string, expected: string, found: unknown): ConversionFault {
  const said = found === undefined ? 'nothing' : typeof found === 'string' ? found : JSON.stringify(found)
  return { kind: 'configField', file, field, expected, found: said }
}

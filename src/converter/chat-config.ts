import type { ConversionFault } from '#domain/models/conversion-fault.ts'
import { succeed } from '#lib/result.ts'
import type { Result } from '#lib/result.ts'
import { parseObject } from './plain-json.ts'
import type { Quantization } from './quantization.ts'
import { modelDtype } from './quantization.ts'
import type { Qwen3Config } from './qwen3-config.ts'
import { tokenIds } from './qwen3-config.ts'
import type { TokenizerFacts } from './tokenizer-facts.ts'

/** What `generation_config.json` says; the model's own where it is silent. */
export interface GenerationFacts {
  readonly eosTokens: readonly number[]
  readonly padToken: number | undefined
  readonly bosToken: number | undefined
  readonly temperature: number
  readonly topP: number
}

export interface ChatConfigRequest {
  readonly config: Qwen3Config
  readonly quantization: Quantization
  readonly tokenizer: TokenizerFacts
  readonly generation: GenerationFacts
  /** In the order in which they are put. */
  readonly tokenizerFiles: readonly string[]
  /** Tokens that a conversation may have unless the record of the model says otherwise. */
  readonly contextWindow?: number
  /** Tokens of a prompt that the model's library takes at once. */
  readonly prefillChunk?: number
}

export const defaultContextWindow = 4096
export const defaultPrefillChunk = 1024

/** Without a `text` (a model that has no such file), only the model's configuration speaks. */
export function readGeneration(
  text: string | undefined,
  config: Qwen3Config,
): Result<GenerationFacts, ConversionFault> {
  const parsed = text === undefined ? succeed({}) : parseObject('generation_config.json', text)
  if (!parsed.ok) return parsed
  const {
    eos_token_id: eos,
    pad_token_id: pad,
    bos_token_id: bos,
    do_sample: samples,
    temperature,
    top_p: topP,
  } = parsed.value as Readonly<Record<string, unknown>>
  // `do_sample: false` means the likeliest token every time, whatever the temperature beside it.
  const greedy = samples === false
  return succeed({
    eosTokens: [...new Set([...tokenIds(eos), ...config.eosTokens])],
    padToken: tokenIds(pad)[0] ?? config.padToken,
    bosToken: tokenIds(bos)[0] ?? config.bosToken,
    temperature: greedy ? 0 : typeof temperature === 'number' ? temperature : 0.6,
    topP: greedy ? 1 : typeof topP === 'number' ? topP : 0.95,
  })
}

/** `mlc-chat-config.json`, as WebLLM reads it and MLC's own tools would. */
export function chatConfig(request: ChatConfigRequest): string {
  const { config, quantization, tokenizer, generation } = request
  const { contextWindow = defaultContextWindow, prefillChunk = defaultPrefillChunk } = request
  const stops = [...new Set([tokenizer.endOfText, tokenizer.imEnd, ...generation.eosTokens])].sort((a, b) => a - b)
  const file = {
    ...{ version: '0.1.0', model_type: 'qwen3', quantization },
    model_config: {
      ...{ hidden_act: 'silu', hidden_size: config.hiddenSize, intermediate_size: config.intermediateSize },
      ...{ attention_bias: false, num_attention_heads: config.heads, num_hidden_layers: config.layers },
      ...{ num_key_value_heads: config.keyValueHeads, rms_norm_eps: config.rmsNormEps, rope_theta: config.ropeTheta },
      ...{ vocab_size: config.vocabSize, tie_word_embeddings: config.tied },
      ...{ context_window_size: config.maxPositions, prefill_chunk_size: prefillChunk, tensor_parallel_shards: 1 },
      ...{ head_dim: config.headDim, dtype: modelDtype(quantization), max_batch_size: 1, weight_block_size: null },
    },
    ...{ vocab_size: config.vocabSize, active_vocab_size: tokenizer.activeVocab },
    ...{ context_window_size: contextWindow, sliding_window_size: -1, prefill_chunk_size: prefillChunk },
    ...{ attention_sink_size: -1, tensor_parallel_shards: 1, pipeline_parallel_stages: 1 },
    ...{ temperature: generation.temperature, presence_penalty: 0, frequency_penalty: 0, repetition_penalty: 1 },
    ...{ top_p: generation.topP, tokenizer_files: request.tokenizerFiles },
    tokenizer_info: {
      ...{ token_postproc_method: 'byte_level', prepend_space_in_encode: false, strip_space_in_decode: false },
    },
    conv_template: conversation(stops),
    pad_token_id: generation.padToken ?? tokenizer.endOfText,
    ...(generation.bosToken === undefined ? {} : { bos_token_id: generation.bosToken }),
    ...{ eos_token_id: stops, model_task: 'chat', embedding_metadata: null },
  }
  return `${JSON.stringify(file, null, 1)}\n`
}

/**
 * Qwen3's template without a system text of its own, as Hugging Face renders it. Users and assistants have no role
 * template: WebLLM would interpret `$&` in what a person typed.
 */
function conversation(stops: readonly number[]) {
  return {
    ...{ name: 'qwen3', system_template: '<|im_start|>system\n{system_message}<|im_end|>\n', system_message: '' },
    ...{ render_empty_system_message: false, system_prefix_token_ids: null, add_role_after_system_message: true },
    roles: { user: '<|im_start|>user', assistant: '<|im_start|>assistant', tool: '<|im_start|>user' },
    role_templates: { tool: '<tool_response>\n{tool_message}\n</tool_response>' },
    ...{ messages: [], seps: ['<|im_end|>\n'], role_content_sep: '\n', role_empty_sep: '\n' },
    ...{ stop_str: ['<|endoftext|>', '<|im_end|>'], stop_token_ids: stops, strip_reasoning_in_history: true },
    ...{ function_string: '', use_function_calling: false },
  }
}

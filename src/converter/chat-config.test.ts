import { describe, expect, it } from 'vitest'
import { valueOf } from '../testing/builders/conversions.ts'
import { quantizationVectors, qwen3ConfigText } from '../testing/builders/quantization-vectors.ts'
import { chatConfig, readGeneration } from './chat-config.ts'
import { parseQwen3Config } from './qwen3-config.ts'
import { readTokenizer } from './tokenizer-facts.ts'

const shape = quantizationVectors().model_shapes['Qwen3-8B']
if (shape === undefined) throw new Error('no Qwen3-8B')
const config = valueOf(parseQwen3Config(qwen3ConfigText(shape, { bos_token_id: 151643, eos_token_id: 151645 })))
const marks = [
  { id: 151643, content: '<|endoftext|>' },
  { id: 151644, content: '<|im_start|>' },
  { id: 151645, content: '<|im_end|>' },
  { id: 151668, content: '</think>' },
]

describe('the chat configuration', () => {
  it('is that of a Qwen3 model with its own ids', () => {
    const tokenizer = valueOf(readTokenizer(tokenizerText(marks), config.vocabSize))
    const text =
      '{"do_sample": true, "temperature": 0.6, "top_p": 0.95, "eos_token_id": [151645, 151643], "pad_token_id": 151643}'
    const generation = valueOf(readGeneration(text, config))
    const tokenizerFiles = ['tokenizer.json', 'tokenizer_config.json']
    const made = JSON.parse(
      chatConfig({ config, quantization: 'q4f16_1', tokenizer, generation, tokenizerFiles }),
    ) as unknown
    expect(made).toMatchObject({
      ...{ model_type: 'qwen3', quantization: 'q4f16_1', vocab_size: 151936, active_vocab_size: 151669 },
      ...{ context_window_size: 4096, sliding_window_size: -1, attention_sink_size: -1, prefill_chunk_size: 1024 },
      ...{ temperature: 0.6, top_p: 0.95, tokenizer_files: tokenizerFiles },
      ...{ pad_token_id: 151643, bos_token_id: 151643, eos_token_id: [151643, 151645] },
      model_config: { hidden_size: 4096, head_dim: 128, context_window_size: 40960, dtype: 'float16' },
      conv_template: { name: 'qwen3', system_message: '', stop_token_ids: [151643, 151645] },
    })
  })

  it('has no role template that would interpret what a person typed', () => {
    const tokenizer = valueOf(readTokenizer(tokenizerText(marks), config.vocabSize))
    const generation = valueOf(readGeneration(undefined, config))
    const made = JSON.parse(
      chatConfig({ config, quantization: 'q4f32_1', tokenizer, generation, tokenizerFiles: [], contextWindow: 1024 }),
    ) as { readonly context_window_size: number; readonly conv_template: { readonly role_templates: object } }
    expect(Object.keys(made.conv_template.role_templates)).toEqual(['tool'])
    expect(made.context_window_size).toBe(1024)
  })
})

describe('how a model generates', () => {
  it('is greedy when it does not sample', () => {
    expect(readGeneration('{"do_sample": false, "temperature": 0.7}', config)).toMatchObject({
      ...{ ok: true, value: { temperature: 0, topP: 1 } },
    })
  })

  it('stops at the tokens of both files', () => {
    expect(readGeneration('{"eos_token_id": 151643}', config)).toMatchObject({ value: { eosTokens: [151643, 151645] } })
  })

  it('is refused when it is no JSON', () => {
    expect(readGeneration('{', config)).toMatchObject({ failure: { kind: 'notJson', file: 'generation_config.json' } })
  })
})

describe('a tokenizer', () => {
  it('is refused without a mark that chat needs', () => {
    for (const token of ['<|endoftext|>', '<|im_start|>', '<|im_end|>']) {
      const text = tokenizerText(marks.filter(({ content }) => content !== token))
      expect(readTokenizer(text, 151936)).toMatchObject({ failure: { kind: 'tokenMissing', token } })
    }
  })

  it('is refused with a token twice', () => {
    const text = tokenizerText([...marks, { id: 9, content: '</think>' }])
    expect(readTokenizer(text, 151936)).toMatchObject({ failure: { kind: 'tokenTwice', token: '</think>' } })
  })

  it('is refused with more tokens than the model has rows', () => {
    expect(readTokenizer(tokenizerText(marks), 151668)).toMatchObject({
      failure: { kind: 'tokensBeyondVocabulary', largest: 151668, rows: 151668 },
    })
  })
})

function tokenizerText(added: readonly object[]): string {
  return JSON.stringify({ model: { vocab: { a: 0, b: 151642 } }, added_tokens: added })
}

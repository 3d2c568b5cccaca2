/** A message as the model's chat template knows it. */
export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}

/**
 * The prompt of a conversation, byte for byte as Hugging Face's chat template of Qwen3 renders it with
 * `add_generation_prompt=True` (text only, no tools). Source: `Qwen/Qwen3-8B`, `tokenizer_config.json`, `chat_template`.
 *
 * Thinking is left to the model by default; `thinking: false` closes an empty thought in the prompt. Of an earlier
 * answer only what follows its thought is rendered, as the template does. Content is taken as it is: text that a person
 * typed must have gone through `withoutChatMarks` before.
 */
export function renderPrompt(messages: readonly ChatMessage[], options: { readonly thinking: boolean }): string {
  const lastQuestion = messages.findLastIndex(
    ({ role, content }) =>
      role === 'user' && !(content.startsWith('<tool_response>') && content.endsWith('</tool_response>')),
  )
  const turns = messages.map((message, index) => renderMessage(message, index, messages.length, lastQuestion))
  const opening = options.thinking ? '' : '<think>\n\n</think>\n\n'
  return `${turns.join('')}<|im_start|>assistant\n${opening}`
}

function renderMessage({ role, content }: ChatMessage, index: number, count: number, lastQuestion: number): string {
  if (role !== 'assistant') return `<|im_start|>${role}\n${content}<|im_end|>\n`
  const { reasoning, answer } = splitThought(content)
  const isAfterLastQuestion = index > lastQuestion && lastQuestion >= 0
  if (isAfterLastQuestion && (index === count - 1 || reasoning !== '')) {
    const thought = `<think>\n${trimNewlines(reasoning)}\n</think>\n\n`
    return `<|im_start|>assistant\n${thought}${answer.replace(/^\n+/, '')}<|im_end|>\n`
  }
  return `<|im_start|>assistant\n${answer}<|im_end|>\n`
}

/** The template's own way of splitting: the answer is what follows the last `</think>`. */
function splitThought(content: string): { readonly reasoning: string; readonly answer: string } {
  if (!content.includes('</think>')) return { reasoning: '', answer: content }
  const parts = content.split('</think>')
  const beforeFirst = (parts[0] ?? '').replace(/\n+$/, '')
  const thoughts = beforeFirst.split('<think>')
  return {
    reasoning: (thoughts.at(-1) ?? '').replace(/^\n+/, ''),
    answer: (parts.at(-1) ?? '').replace(/^\n+/, ''),
  }
}

function trimNewlines(text: string): string {
  return text.replace(/^\n+|\n+$/g, '')
}

/**
 * Text that a person typed, made harmless: a chat mark in it would be tokenised as the real mark and end their turn.
 * A zero-width space after the first `<` keeps it readable and makes it ordinary text.
 */
export function withoutChatMarks(text: string): string {
  return text.replace(/<(?=\|(?:im_start|im_end|endoftext)\|>|\/?think>|\/?tool_(?:call|response)>)/g, '<\u200b')
}

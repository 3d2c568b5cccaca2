import { describe, expect, it } from 'vitest'
import vectors from '../../../e2e/fixtures/chat-template-vectors.json' with { type: 'json' }
import type { ChatMessage } from './chat-template.ts'
import { renderPrompt, withoutChatMarks } from './chat-template.ts'

interface Vector {
  readonly name: string
  readonly messages: readonly ChatMessage[]
  readonly enableThinking: boolean | null
  readonly expected: string
}

describe('the prompt', () => {
  it.each(vectors as readonly Vector[])('equals the Hugging Face template: $name', (vector) => {
    expect(renderPrompt(vector.messages, { thinking: vector.enableThinking !== false })).toBe(vector.expected)
  })
})

describe('text that a person typed', () => {
  it.each(['<|im_end|>', '<|im_start|>', '<|endoftext|>', '<think>', '</think>', '<tool_call>', '</tool_response>'])(
    'cannot speak for the model: %s',
    (mark) => {
      expect(withoutChatMarks(`a${mark}b`)).not.toContain(mark)
      expect(withoutChatMarks(`a${mark}b`).replaceAll('\u200b', '')).toBe(`a${mark}b`)
    },
  )

  it.each(['$$x^2$$', '$&', 'BP < 90, pH<7.2', '<b>', '급성 심근경색 <의심>'])(
    'otherwise stays as it is: %s',
    (text) => {
      expect(withoutChatMarks(text)).toBe(text)
    },
  )
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TraceFormat } from './trace.ts'
import { endTrace, feedTrace, readTrace, startTrace } from './trace.ts'

const qwen: TraceFormat = { open: '<think>', close: '</think>', startsIn: 'answer' }

describe('a trace', () => {
  it('tells reasoning from answer', () => {
    expect(readTrace('<think>\nclues\n</think>\n\nB', qwen)).toEqual({
      reasoning: '\nclues\n',
      answer: '\n\nB',
      voice: 'answer',
      reasoningClosed: true,
      held: '',
    })
  })

  it('starts in reasoning where the prompt opened the thought', () => {
    const trace = readTrace('clues</think>B', { ...qwen, startsIn: 'reasoning' })
    expect([trace.reasoning, trace.answer]).toEqual(['clues', 'B'])
  })

  it('leaves a thought that was cut off open', () => {
    const trace = readTrace('<think>cut o', qwen)
    expect([trace.reasoning, trace.reasoningClosed]).toEqual(['cut o', false])
  })

  it('keeps a text that ends in half a tag whole', () => {
    expect(readTrace('<think>x</thi', qwen).reasoning).toBe('x</thi')
    expect(readTrace('<thi', qwen).answer).toBe('<thi')
  })

  it('takes an opening tag after the first word for words', () => {
    expect(readTrace('The tag <think> opens a thought', qwen).answer).toBe('The tag <think> opens a thought')
  })

  it('is the same however the text is cut into pieces', () => {
    const token = fc.constantFrom('<think>', '</think>', '<', '/think>', '<thi', 'nk>', '\n', ' ', '급성', 'A. ')
    fc.assert(
      fc.property(fc.array(token), fc.array(fc.nat(60)), fc.boolean(), (tokens, cuts, opened) => {
        const format: TraceFormat = { ...qwen, startsIn: opened ? 'reasoning' : 'answer' }
        const text = tokens.join('')
        const bounds = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length]
        let trace = startTrace(format)
        for (let i = 1; i < bounds.length; i += 1)
          trace = feedTrace(trace, text.slice(bounds[i - 1], bounds[i]), format)
        const whole = readTrace(text, format)
        expect(endTrace(trace)).toEqual(whole)
        expect((whole.reasoning + whole.answer).length).toBeGreaterThanOrEqual(
          text.length - qwen.open.length - qwen.close.length,
        )
      }),
    )
  })
})

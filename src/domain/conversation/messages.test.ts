import { describe, expect, it } from 'vitest'
import { aConversation, anAttempt, aPair, aTurn, aUsage } from '#testing/builders/conversations.ts'
import { turnId } from './conversation.ts'
import { exchangeFor, fitMessages, messagesFor } from './messages.ts'
import { estimateFor, guessTokens, promptBudget } from './token-estimate.ts'

const t3 = turnId('t3')

describe('messages', () => {
  it('tell the model its answers without the reasoning, and the first question in the card’s form', () => {
    const turns = [aPair('t1', 'One?', '<think>clues</think>\n\nFirst.'), aTurn({ id: t3, question: 'Two?' })]
    expect(messagesFor(aConversation({ turns }), t3)).toEqual([
      { role: 'user', content: '### Instruction:\nThink.\n### Question:\nOne?' },
      { role: 'assistant', content: 'First.' },
      { role: 'user', content: 'Two?' },
    ])
  })

  it('skip questions that got no answer, and give the instruction to the first that is sent', () => {
    const turns = [
      aPair('t1', 'One?', '', { kind: 'failed', failure: { kind: 'deviceLost' } }),
      aPair('t2', 'Two?', '<think>stopped in the middle', { kind: 'interrupted' }),
      aTurn({ id: t3, question: 'Three?' }),
    ]
    expect(messagesFor(aConversation({ turns }), t3)).toEqual([
      { role: 'user', content: '### Instruction:\nThink.\n### Question:\nThree?' },
    ])
  })

  it('take the last attempt that has words', () => {
    const attempts = [anAttempt({ text: 'First.' }), anAttempt({ text: 'Better.' }), anAttempt({ text: '<think>hm' })]
    const turns = [aTurn({ attempts }), aTurn({ id: t3 })]
    expect(messagesFor(aConversation({ turns }), t3)[1]?.content).toBe('Better.')
  })

  it('say a question as typed where there is no instruction', () => {
    const turns = [aTurn({ id: t3, question: 'Three?', instruction: ' ' })]
    expect(messagesFor(aConversation({ turns }), t3)).toEqual([{ role: 'user', content: 'Three?' }])
  })

  it('hold no chat marks, whoever wrote them', () => {
    const turns = [aPair('t1', 'One <|im_end|>', 'It is </think> so'), aTurn({ id: t3, question: '<think>' })]
    const all = messagesFor(aConversation({ turns }), t3)
    expect(all.map(({ content }) => content).join(' ')).not.toMatch(/<\|im_end\|>|<\/?think>/)
  })
})

describe('fitting', () => {
  const turns = [
    aPair('t1', 'One?', 'a'.repeat(50)),
    aPair('t2', 'Two?', 'b'.repeat(50)),
    aTurn({ id: t3, question: 'Three?' }),
  ]
  const exchange = exchangeFor(aConversation({ turns }), t3)
  const estimateTokens = (text: string): number => text.length

  it('leaves the oldest pairs out and says how many', () => {
    const fitted = fitMessages(exchange, { budgetTokens: 130, estimateTokens })
    expect(fitted.leftOut).toBe(1)
    expect(fitted.messages.map(({ content }) => content)).toEqual([
      '### Instruction:\nThink.\n### Question:\nTwo?',
      'b'.repeat(50),
      'Three?',
    ])
  })

  it('leaves nothing out where everything fits', () => {
    expect(fitMessages(exchange, { budgetTokens: 1_000, estimateTokens })).toMatchObject({ leftOut: 0 })
  })

  it('never leaves out the question itself', () => {
    const fitted = fitMessages(exchange, { budgetTokens: 1, estimateTokens, leavingOut: 9 })
    expect(fitted.leftOut).toBe(2)
    expect(fitted.messages).toHaveLength(1)
  })

  it('keeps room for the longest answer, but no more than half of the window', () => {
    expect(promptBudget(8_192, 1_024)).toBe(7_168)
    expect(promptBudget(1_024, 4_096)).toBe(512)
  })
})

describe('an estimate of tokens', () => {
  it('takes Hangul for dearer than Latin letters before anything was counted', () => {
    expect(guessTokens('가'.repeat(100))).toBe(90)
    expect(guessTokens('a'.repeat(100))).toBe(40)
  })

  it('is held to what the same model counted before, with a margin', () => {
    const text = 'a'.repeat(1_000)
    const usage = aUsage({ completionTokens: 800 })
    const answer = { status: 'ended', ending: { kind: 'complete' }, usage } as const
    const conversation = aConversation({ turns: [aTurn({ attempts: [anAttempt({ text, answer })] })] })
    expect(estimateFor(conversation, 'small')(text)).toBe(881)
    expect(estimateFor(conversation, 'other')(text)).toBe(400)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '#lib/time.ts'
import { aConversation, anAttempt, aTurn, aUsage } from '#testing/builders/conversations.ts'
import { freshAttempt } from './attempt.ts'
import { keepable } from './conversation.ts'
import { parseConversation } from './parse-conversation.ts'

describe('a kept conversation', () => {
  it('is read as it was written', () => {
    const usage = aUsage({ decodeTokensPerSecond: null })
    const failure = { kind: 'adapterTooSmall', limit: 'maxBufferSize', needed: 2, available: 1 } as const
    const attempts = [
      anAttempt({ answer: { status: 'ended', ending: { kind: 'lengthReached' }, usage } }),
      anAttempt({ provenance: null, text: '' }, { kind: 'failed', failure }),
      anAttempt({}, { kind: 'failed', failure: { kind: 'deviceLost' } }),
    ]
    const conversation = aConversation({ title: '충수염', turns: [aTurn({ attempts })] })
    expect(parseConversation(JSON.parse(JSON.stringify(conversation)))).toEqual({ ok: true, value: conversation })
  })

  it('holds only answers that have ended', () => {
    const moving = aConversation({ turns: [aTurn({ attempts: [freshAttempt] })] })
    expect(parseConversation(moving).ok).toBe(false)
    expect(parseConversation(keepable(moving, instant(5))).ok).toBe(true)
  })

  it('keeps an answer whose failure is not understood any more', () => {
    const conversation = aConversation({ turns: [aTurn({ attempts: [anAttempt()] })] })
    const text = JSON.stringify(conversation).replace(
      '{"kind":"complete"}',
      '{"kind":"failed","failure":{"kind":"flooded"}}',
    )
    const parsed = parseConversation(JSON.parse(text))
    expect(parsed.ok && parsed.value.turns[0]?.attempts[0]?.answer).toMatchObject({
      ending: { kind: 'failed', failure: { kind: 'unexpected', detail: 'flooded' } },
    })
  })

  it('is read or refused, whatever was found', () => {
    fc.assert(
      fc.property(fc.anything(), (found) => {
        expect(parseConversation(found).ok).toBe(false)
      }),
    )
  })

  it.each([
    [null, 'conversation: '],
    [{ ...aConversation(), turns: [{ ...aTurn(), attempts: [] }] }, 'turns.0.attempts: '],
    [{ ...aConversation(), turns: [{ ...aTurn(), question: 5 }] }, 'turns.0.question: '],
  ])('is refused with the first field that is wrong', (data, beginning) => {
    const parsed = parseConversation(data)
    expect(parsed.ok ? '' : parsed.failure).toContain(beginning)
  })
})

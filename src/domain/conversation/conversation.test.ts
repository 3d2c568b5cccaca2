import { describe, expect, it } from 'vitest'
import { instant } from '#lib/time.ts'
import { aConversation, anAttempt, aPair, aProvenance, aTurn, aUsage } from '#testing/builders/conversations.ts'
import { canContinueWith } from './attempt.ts'
import type { Conversation } from './conversation.ts'
import {
  askQuestion,
  beginAnswer,
  continueAttempt,
  conversationId,
  endAnswer,
  forkFrom,
  hearText,
  isMoving,
  keepable,
  lastAttempt,
  lastTurn,
  newConversation,
  renameConversation,
  retryTurn,
  titleOf,
  turnId,
} from './conversation.ts'

const t1 = turnId('t1')
const at = instant

function asked(question = 'Which sign?'): Conversation {
  return askQuestion(newConversation(conversationId('c1'), at(0)), { id: t1, question, instruction: 'Think.' }, at(10))
}

function attemptIn(conversation: Conversation) {
  const turn = lastTurn(conversation)
  return turn === undefined ? undefined : lastAttempt(turn)
}

describe('an answer', () => {
  it('waits, streams and ends, with its provenance from the moment the model begins', () => {
    let conversation = asked()
    expect(isMoving(conversation)).toBe(true)
    conversation = beginAnswer(conversation, t1, aProvenance())
    conversation = hearText(conversation, t1, 'McBurney', at(20))
    conversation = endAnswer(conversation, t1, { ending: { kind: 'complete' }, usage: aUsage() }, at(30))
    expect(attemptIn(conversation)).toMatchObject({
      provenance: aProvenance(),
      text: 'McBurney',
      thoughtMs: null,
      answer: { status: 'ended', ending: { kind: 'complete' }, usage: aUsage() },
    })
    expect(conversation.updatedAt).toBe(30)
  })

  it('hears nothing after its end', () => {
    const ended = endAnswer(asked(), t1, { ending: { kind: 'stopped' }, usage: null }, at(20))
    expect(attemptIn(hearText(ended, t1, 'more', at(30)))?.text).toBe('')
  })

  it('measures its reasoning from the first word to the closing tag', () => {
    let conversation = beginAnswer(asked(), t1, aProvenance())
    conversation = hearText(conversation, t1, '<think>clues', at(1_000))
    conversation = hearText(conversation, t1, ' and more</thi', at(3_000))
    expect(attemptIn(conversation)?.thoughtMs).toBeNull()
    conversation = hearText(conversation, t1, 'nk>B', at(4_500))
    conversation = hearText(conversation, t1, ', surely', at(9_000))
    expect(attemptIn(conversation)?.thoughtMs).toBe(3_500)
  })

  it('leaves the pause out of the reasoning when it is stopped in a thought and continued', () => {
    let conversation = beginAnswer(asked(), t1, aProvenance())
    conversation = hearText(conversation, t1, '<think>clues', at(1_000))
    conversation = endAnswer(conversation, t1, { ending: { kind: 'stopped' }, usage: aUsage() }, at(2_000))
    expect(attemptIn(conversation)?.thoughtMs).toBe(1_000)
    conversation = continueAttempt(conversation, t1)
    conversation = beginAnswer(conversation, t1, aProvenance())
    conversation = hearText(conversation, t1, ' again', at(60_000))
    conversation = hearText(conversation, t1, '</think>B', at(60_500))
    conversation = endAnswer(conversation, t1, { ending: { kind: 'complete' }, usage: aUsage() }, at(61_000))
    expect(attemptIn(conversation)).toMatchObject({
      text: '<think>clues again</think>B',
      thoughtMs: 1_500,
      answer: { usage: { completionTokens: 120, promptTokens: 40 } },
    })
  })

  it('can be continued by the model that wrote it, unless it is complete or the context is full', () => {
    const model = { id: 'small', version: '1' }
    const kinds = ['complete', 'lengthReached', 'contextFull', 'stopped', 'interrupted'] as const
    const can = kinds.filter((kind) => canContinueWith(anAttempt({}, { kind }), model))
    expect(can).toEqual(['lengthReached', 'stopped', 'interrupted'])
    expect(canContinueWith(anAttempt({}, { kind: 'stopped' }), { id: 'other', version: '1' })).toBe(false)
    expect(canContinueWith(anAttempt({ text: '' }, { kind: 'stopped' }), model)).toBe(false)
  })
})

describe('a conversation', () => {
  it('keeps the earlier attempts when a question is asked again', () => {
    const again = retryTurn(aConversation(), t1, at(50))
    expect(again.turns[0]?.attempts).toHaveLength(2)
    expect(isMoving(again)).toBe(true)
  })

  it('is copied up to a turn when that turn’s question is edited', () => {
    const original = aConversation({
      turns: [aPair('t1', 'One?', '1'), aPair('t2', 'Two?', '2'), aPair('t3', 'Three?', '3')],
    })
    const edited = { id: turnId('t9'), question: 'Other?', instruction: 'Think.' }
    const fork = forkFrom(original, turnId('t2'), edited, conversationId('c2'), at(90))
    expect(fork.turns.map(({ question }) => question)).toEqual(['One?', 'Other?'])
    expect(fork).toMatchObject({ id: 'c2', createdAt: 90, updatedAt: 90 })
    expect(original.turns).toHaveLength(3)
  })

  it('is kept with whatever was moving as interrupted', () => {
    const streaming = hearText(beginAnswer(asked(), t1, aProvenance()), t1, '<think>clues', at(20))
    const kept = keepable(streaming, at(50))
    expect(attemptIn(kept)).toMatchObject({
      text: '<think>clues',
      thoughtMs: 30,
      answer: { status: 'ended', ending: { kind: 'interrupted' }, usage: null },
    })
    expect(keepable(kept, at(60))).toBe(kept)
  })

  it('is called after its first words until it has a name', () => {
    expect(titleOf(newConversation(conversationId('c1'), at(0)))).toBeNull()
    expect(titleOf(asked('  Which\n sign? '))).toBe('Which sign?')
    expect(
      titleOf(asked('배꼽 주위에서 시작해 우하복부로 옮겨 간 통증과 식욕부진, 미열로 응급실에 온 19세 남자')),
    ).toBe('배꼽 주위에서 시작해 우하복부로 옮겨 간 통증과 식욕부진, 미열로 응급실에 온 19세…')
    const named = renameConversation(asked(), ' 충수염 ')
    expect(titleOf(named)).toBe('충수염')
    expect(titleOf(renameConversation(named, ' '))).toBe('Which sign?')
  })

  it('does not move once its last answer has ended', () => {
    expect(isMoving(aConversation({ turns: [aTurn()] }))).toBe(false)
    expect(isMoving(aConversation({ turns: [] }))).toBe(false)
  })
})

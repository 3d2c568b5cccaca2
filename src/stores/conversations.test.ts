import { describe, expect, it } from 'vitest'
import type { Attempt } from '#domain/conversation/attempt.ts'
import type { Conversation } from '#domain/conversation/conversation.ts'
import { conversationId, turnId } from '#domain/conversation/conversation.ts'
import type { Shelf } from '#storage/archive-port.ts'
import { aModel } from '#testing/builders/a-model.ts'
import { attemptOf, conversationsOverFakes as open } from '#testing/builders/conversations-over-fakes.ts'
import { aConversation, aPair, aProvenance, anAskOptions, aUsage } from '#testing/builders/conversations.ts'
import { settle } from '#testing/fakes/hand-fed-answering.ts'

const options = anAskOptions()

async function keptAttempt(shelf: Shelf<Conversation>, id: string): Promise<Attempt | null> {
  const kept = await shelf.read(id)
  return kept.ok ? attemptOf(kept.value ?? null) : null
}

describe('asking', () => {
  it('puts the question in the card’s form and follow-ups as they were typed', async () => {
    const { conversations, answering } = open()
    void conversations.ask('Which sign?', options)
    await answering.newest().begin()
    await answering.newest().say('<think>x</think>McBurney')
    await answering.newest().end()
    void conversations.ask('Why <|im_end|>?', options)
    expect(answering.newest().request.messages).toEqual([
      { role: 'user', content: '### Instruction:\nThink.\n### Question:\nWhich sign?' },
      { role: 'assistant', content: 'McBurney' },
      { role: 'user', content: 'Why <\u200b|im_end|>?' },
    ])
  })

  it('shows what streams at most once a frame', async () => {
    const { conversations, answering, clock, attempt } = open()
    void conversations.ask('Which sign?', options)
    await answering.newest().begin()
    for (const text of ['McB', 'ur', 'ney']) await answering.newest().say(text)
    expect(attempt()?.text).toBe('')
    expect(clock.waitingForFrame()).toBe(1)
    clock.draw()
    expect(attempt()?.text).toBe('McBurney')
  })

  it('keeps the question at once, the answer every two seconds, and its end', async () => {
    const { conversations, answering, clock, shelf } = open()
    void conversations.ask('Which sign?', options)
    await settle()
    expect(await keptAttempt(shelf, 'id1')).toMatchObject({ text: '', answer: { ending: { kind: 'interrupted' } } })
    await answering.newest().begin()
    await answering.newest().say('McB')
    clock.draw()
    clock.pass(2_000)
    expect(await keptAttempt(shelf, 'id1')).toMatchObject({ text: 'McB', answer: { ending: { kind: 'interrupted' } } })
    await answering.newest().say('urney')
    await answering.newest().end()
    expect(await keptAttempt(shelf, 'id1')).toMatchObject({
      text: 'McBurney',
      answer: { ending: { kind: 'complete' } },
    })
  })

  it('keeps a partial answer as interrupted when the page goes, the last unseen words included', async () => {
    const { conversations, answering, hidePage, database } = open()
    void conversations.ask('Which sign?', options)
    await answering.newest().begin()
    await answering.newest().say('McB')
    hidePage()
    await settle()
    const next = open({ database })
    await next.conversations.start()
    next.conversations.open(conversationId('id1'))
    expect(next.attempt()).toMatchObject({ text: 'McB', answer: { ending: { kind: 'interrupted' } } })
  })

  it('asks nothing while an answer is coming, and nothing empty', async () => {
    const { conversations, answering } = open()
    await conversations.ask('  ', options)
    void conversations.ask('One?', options)
    await conversations.ask('Two?', options)
    expect(answering.answers).toHaveLength(1)
  })

  it('goes on answering when another conversation is opened', async () => {
    const { conversations, answering, clock, state } = open()
    void conversations.ask('Which sign?', options)
    await answering.newest().begin()
    conversations.openNew()
    await answering.newest().say('McBurney')
    clock.draw()
    expect(state()).toMatchObject({ open: null, list: [{ id: 'id1', isMoving: true }] })
    await answering.newest().end()
    expect(state().list).toMatchObject([{ id: 'id1', isMoving: false }])
    conversations.open(conversationId('id1'))
    expect(attemptOf(state().open)?.text).toBe('McBurney')
  })

  it('ends with a failure when the answer breaks off without an end', async () => {
    const { conversations, answering, attempt } = open()
    const broken = conversations.ask('Which sign?', options)
    answering.answer = () => {
      throw new Error('gone')
    }
    await answering.newest().end({ kind: 'failed', failure: { kind: 'deviceLost' } })
    await broken
    expect(attempt()?.answer).toMatchObject({ ending: { kind: 'failed', failure: { kind: 'deviceLost' } } })
    await conversations.regenerate(options)
    expect(attempt()?.answer).toMatchObject({ ending: { kind: 'failed', failure: { kind: 'unexpected' } } })
  })
})

describe('a prompt that is too long', () => {
  it('is asked again with one pair fewer until only the question is left', async () => {
    const turns = [aPair('t1', 'One?', 'First.'), aPair('t2', 'Two?', 'Second.')]
    const { conversations, answering, attempt, shelf } = open()
    await shelf.write('c1', aConversation({ turns }))
    await conversations.start()
    conversations.open(conversationId('c1'))
    void conversations.ask('Three?', options)
    const tooLong = { kind: 'failed', failure: { kind: 'promptTooLong', contextWindow: 64 } } as const
    expect(answering.newest().request.messages).toHaveLength(5)
    await answering.newest().end(tooLong)
    expect(answering.newest().request.messages).toHaveLength(3)
    expect(attempt()).toMatchObject({ leftOut: 1, answer: { status: 'waiting' } })
    await answering.newest().end(tooLong)
    expect(answering.newest().request.messages).toHaveLength(1)
    await answering.newest().end(tooLong)
    expect(answering.answers).toHaveLength(3)
    expect(attempt()).toMatchObject({ leftOut: 2, answer: { ending: tooLong } })
  })

  it('leaves out what cannot fit without asking the model first', async () => {
    const turns = [aPair('t1', 'long '.repeat(600), 'First.'), aPair('t2', 'Two?', 'Second.')]
    const { conversations, answering, attempt, shelf } = open()
    await shelf.write('c1', aConversation({ turns }))
    await conversations.start()
    conversations.open(conversationId('c1'))
    void conversations.ask('Three?', options)
    expect(answering.newest().request.messages).toHaveLength(3)
    expect(attempt()?.leftOut).toBe(1)
  })
})

describe('an answer', () => {
  it('is stopped by its signal and can be continued from its last word', async () => {
    const { conversations, answering, attempt } = open()
    void conversations.ask('Which sign?', options)
    await answering.newest().begin()
    await answering.newest().say('<think>the pa')
    conversations.stop()
    await settle()
    expect(attempt()?.answer).toMatchObject({ status: 'ended', ending: { kind: 'stopped' } })
    void conversations.continueAnswer({ ...options, thinking: false })
    expect(answering.newest().request).toMatchObject({ continueFrom: '<think>the pa', thinking: true })
    await answering.newest().begin()
    await answering.newest().say('in moved</think>McBurney')
    await answering.newest().end()
    expect(attempt()?.text).toBe('<think>the pain moved</think>McBurney')
    expect(attempt()?.answer).toMatchObject({ ending: { kind: 'complete' }, usage: { completionTokens: 120 } })
  })

  it('is not continued by another model than the one that began it', async () => {
    const { conversations, answering } = open()
    void conversations.ask('Which sign?', options)
    await answering.newest().begin()
    await answering.newest().say('McB')
    conversations.stop()
    await settle()
    answering.ready = aModel({ version: '2' })
    await conversations.continueAnswer(options)
    expect(answering.answers).toHaveLength(1)
  })

  it('keeps the earlier attempt when it is asked for again', async () => {
    const { conversations, answering, state } = open()
    void conversations.ask('Which sign?', options)
    await answering.newest().begin()
    await answering.newest().say('McBurney')
    await answering.newest().end()
    void conversations.regenerate(options)
    await answering.newest().begin(aProvenance())
    await answering.newest().say('Rovsing')
    await answering.newest().end()
    expect(answering.newest().request.messages).toHaveLength(1)
    expect(state().open?.turns[0]?.attempts.map(({ text }) => text)).toEqual(['McBurney', 'Rovsing'])
  })

  it('is asked for at once when the student has seen enough thought', () => {
    const { conversations, answering } = open()
    void conversations.ask('Which sign?', options)
    conversations.answerNow()
    expect(answering.newest().controls.answerNow.aborted).toBe(true)
    expect(answering.newest().controls.signal.aborted).toBe(false)
  })

  it('stays with its question when the question is edited in a copy', async () => {
    const { conversations, answering, state, shelf } = open()
    await shelf.write('c1', aConversation({ turns: [aPair('t1', 'One?', 'First.'), aPair('t2', 'Two?', 'Second.')] }))
    await conversations.start()
    conversations.open(conversationId('c1'))
    void conversations.editQuestion(turnId('t2'), 'Another?', options)
    await answering.newest().end({ kind: 'complete' }, aUsage())
    expect(state().open?.turns.map(({ question }) => question)).toEqual(['One?', 'Another?'])
    expect(state().list).toHaveLength(2)
    const original = await shelf.read('c1')
    expect(original.ok && original.value?.turns.map(({ question }) => question)).toEqual(['One?', 'Two?'])
  })
})

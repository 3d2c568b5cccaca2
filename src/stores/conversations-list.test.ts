import { describe, expect, it } from 'vitest'
import { conversationId } from '#domain/conversation/conversation.ts'
import { attemptOf, conversationsOverFakes as open } from '#testing/builders/conversations-over-fakes.ts'
import { aConversation, anAskOptions } from '#testing/builders/conversations.ts'
import { settle } from '#testing/fakes/hand-fed-answering.ts'

const options = anAskOptions()

describe('the list', () => {
  it('shows a record that cannot be read and never writes over it', async () => {
    const { conversations, state, database } = open()
    database.records.set('bad', { text: 'nonsense' })
    await conversations.start()
    expect(state()).toMatchObject({
      isReady: true,
      list: [],
      unreadable: [{ id: 'bad', failure: { kind: 'damaged' } }],
    })
    expect(database.records.get('bad')).toEqual({ text: 'nonsense' })
    await conversations.setAside('bad')
    expect(state().unreadable).toEqual([])
    expect(database.setAside).toHaveLength(1)
  })

  it('takes a removed conversation from the disk only when that cannot be undone any more', async () => {
    const { conversations, state, shelf, database } = open()
    await shelf.write('c1', aConversation())
    await conversations.start()
    conversations.remove(conversationId('c1'))
    expect(state()).toMatchObject({ list: [], removed: { id: 'c1' } })
    expect(database.records.has('c1')).toBe(true)
    await conversations.forgetRemoved()
    expect(state().removed).toBeNull()
    expect(database.records.has('c1')).toBe(false)
  })

  it('brings a removed conversation back, even after the page was hidden', async () => {
    const { conversations, state, shelf, database, hidePage } = open()
    await shelf.write('c1', aConversation())
    await conversations.start()
    conversations.remove(conversationId('c1'))
    hidePage()
    expect(database.records.has('c1')).toBe(false)
    conversations.undoRemove()
    expect(state()).toMatchObject({ list: [{ id: 'c1' }], removed: null, open: { id: 'c1' } })
    await settle()
    expect(database.records.has('c1')).toBe(true)
  })

  it('lets nothing of a stopped answer into a conversation that was brought back', async () => {
    const { conversations, answering, clock, state } = open()
    void conversations.ask('Which sign?', options)
    await answering.newest().begin()
    await answering.newest().say('McB')
    clock.draw()
    conversations.remove(conversationId('id1'))
    expect(answering.newest().controls.signal.aborted).toBe(true)
    conversations.undoRemove()
    await answering.newest().say('urney')
    clock.draw()
    expect(attemptOf(state().open)).toMatchObject({ text: 'McB', answer: { ending: { kind: 'interrupted' } } })
  })

  it('finds conversations and follows what happens to them', async () => {
    const { conversations, state, shelf } = open()
    await shelf.write('c1', aConversation())
    await conversations.start()
    conversations.search('APPENDICITIS')
    expect(state().search?.matches).toMatchObject([{ id: 'c1', snippet: { hit: 'appendicitis' } }])
    conversations.remove(conversationId('c1'))
    expect(state().search?.matches).toEqual([])
    conversations.search(' ')
    expect(state().search).toBeNull()
  })

  it('keeps a given name', async () => {
    const { conversations, state, shelf } = open()
    await shelf.write('c1', aConversation())
    await conversations.start()
    await conversations.rename(conversationId('c1'), ' 충수염 ')
    expect(state().list).toMatchObject([{ title: '충수염' }])
    const kept = await shelf.read('c1')
    expect(kept).toMatchObject({ ok: true, value: { title: '충수염' } })
  })
})

describe('trouble with the disk', () => {
  it('never stops an answer, is shown, and goes when something could be kept again', async () => {
    const { conversations, answering, attempt, database, state } = open()
    database.trouble = { kind: 'full' }
    void conversations.ask('Which sign?', options)
    await answering.newest().begin()
    await answering.newest().say('McBurney')
    await answering.newest().end()
    expect(state().trouble).toEqual({ kind: 'full' })
    expect(attempt()?.text).toBe('McBurney')
    database.trouble = null
    await conversations.rename(conversationId('id1'), 'Signs')
    expect(state().trouble).toBeNull()
  })

  it('lets questions be asked where nothing can be kept', async () => {
    const { conversations, answering, database, state } = open()
    database.trouble = { kind: 'unavailable', detail: 'private window' }
    await conversations.start()
    expect(state()).toMatchObject({ isReady: true, trouble: { kind: 'unavailable' } })
    void conversations.ask('Which sign?', options)
    expect(answering.answers).toHaveLength(1)
  })
})

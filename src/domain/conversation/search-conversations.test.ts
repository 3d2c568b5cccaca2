import { describe, expect, it } from 'vitest'
import { aConversation, aPair } from '#testing/builders/conversations.ts'
import { conversationId } from './conversation.ts'
import { searchConversations } from './search-conversations.ts'

const appendix = aConversation({
  id: conversationId('a'),
  turns: [aPair('t1', '급성 충수염의 소견은?', '<think>hidden thought</think>McBurney 압통과 반발통')],
})
const heart = aConversation({ id: conversationId('h'), title: 'Heart', turns: [aPair('t1', 'STEMI?', 'Reperfusion')] })
const idsFor = (query: string): readonly string[] => searchConversations([appendix, heart], query).map(({ id }) => id)

describe('searching conversations', () => {
  it('needs every word, wherever it stands', () => {
    expect(idsFor('충수염 mcburney')).toEqual(['a'])
    expect(idsFor('충수염 heart')).toEqual([])
    expect(idsFor('heart reperfusion')).toEqual(['h'])
    expect(idsFor('  ')).toEqual([])
  })

  it('finds Hangul that was typed in its parts', () => {
    expect(idsFor('충수염'.normalize('NFD'))).toEqual(['a'])
  })

  it('does not look into reasoning', () => {
    expect(idsFor('hidden')).toEqual([])
  })

  it('shows the found word as it stands, with what is around it', () => {
    expect(searchConversations([appendix], 'MCB')[0]?.snippet).toEqual({
      before: '',
      hit: 'McB',
      after: 'urney 압통과 반발통',
    })
  })

  it('cuts long texts on both sides of the word', () => {
    const long = aConversation({ turns: [aPair('t1', 'Question?', `${'a'.repeat(200)} needle ${'b'.repeat(200)}`)] })
    const snippet = searchConversations([long], 'needle')[0]?.snippet
    expect(snippet?.before).toMatch(/^…a+ $/)
    expect(snippet?.after).toMatch(/^ b+…$/)
  })
})

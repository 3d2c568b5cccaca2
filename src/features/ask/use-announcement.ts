import { useState } from 'react'
import type { Conversation } from '#domain/conversation/conversation.ts'
import { lastAttempt, lastTurn } from '#domain/conversation/conversation.ts'
import type { Ending } from '#domain/conversation/ending.ts'
import type { PlainKey } from '#i18n/translator.ts'

type Moment = Ending['kind'] | 'started' | 'none'

const words = {
  none: null,
  started: 'ask.announce.started',
  complete: 'ask.announce.complete',
  stopped: 'ask.announce.stopped',
  interrupted: 'ask.announce.cutOff',
  lengthReached: 'ask.announce.cutOff',
  contextFull: 'ask.announce.cutOff',
  failed: 'ask.announce.failed',
} as const satisfies Readonly<Record<Moment, PlainKey | null>>

/** What to say aloud of an answer: that it has started and how it ended. Never the words that stream in between. */
export function useAnnouncement(conversation: Conversation | null): PlainKey | null {
  const id = conversation?.id ?? null
  const moment = momentOf(conversation)
  const [heard, setHeard] = useState<{ id: string | null; moment: Moment; said: PlainKey | null }>({
    id,
    moment,
    said: null,
  })
  if (heard.id !== id || heard.moment !== moment) {
    const isNews = moment === 'started' || (heard.id === id && heard.moment === 'started')
    setHeard({ id, moment, said: isNews ? words[moment] : null })
  }
  return heard.said
}

function momentOf(conversation: Conversation | null): Moment {
  const turn = conversation === null ? undefined : lastTurn(conversation)
  if (turn === undefined) return 'none'
  const { answer } = lastAttempt(turn)
  if (answer.status === 'waiting') return 'none'
  return answer.status === 'streaming' ? 'started' : answer.ending.kind
}

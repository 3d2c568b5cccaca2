import { memo } from 'react'
import type { ConversationId } from '#domain/conversation/conversation.ts'
import type { ConversationMatch } from '#domain/conversation/search-conversations.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { ConversationSearch, ConversationsState } from '#stores/conversations-state.ts'
import { LiveRegion } from '#ui/live-region.tsx'
import { TextField } from '#ui/text-field.tsx'
import { ConversationLine } from './conversation-line.tsx'
import styles from './conversation-list.module.css'
import { UnreadableNotice } from './unreadable-notice.tsx'

export interface ConversationListProps {
  readonly list: ConversationsState['list']
  readonly unreadable: ConversationsState['unreadable']
  readonly search: ConversationSearch | null
  readonly openId: ConversationId | null
  readonly isReady: boolean
  readonly verbs: ListVerbs
}

export interface ListVerbs {
  readonly open: (id: ConversationId) => void
  readonly rename: (id: ConversationId, title: string) => void
  readonly remove: (id: ConversationId) => void
  readonly search: (query: string) => void
  readonly setAside: (id: string) => void
}

/** Kept conversations, newest first, or those that a search found. */
export const ConversationList = memo(function ConversationList(props: ConversationListProps) {
  const { list, unreadable, search, openId, isReady, verbs } = props
  const { t } = useTranslate()
  const matches = search === null ? null : new Map(search.matches.map((match) => [match.id, match]))
  const shown = matches === null ? list : list.filter(({ id }) => matches.has(id))
  return (
    <div className={styles['list']}>
      <TextField
        label={t('ask.list.search')}
        type="search"
        value={search?.query ?? ''}
        onChange={verbs.search}
        placeholder={t('ask.list.searchPlaceholder')}
      />
      <LiveRegion message={matches === null ? '' : t('ask.list.found', { count: shown.length })} />
      <UnreadableNotice unreadable={unreadable} onSetAside={verbs.setAside} />
      {isReady && shown.length === 0 && (
        <p className={styles['empty']}>{t(matches === null ? 'ask.list.empty' : 'ask.list.nothing')}</p>
      )}
      <ul className={styles['lines']}>
        {shown.map((summary) => (
          <ConversationLine
            key={summary.id}
            summary={summary}
            match={matchOf(matches, summary.id)}
            isOpen={summary.id === openId}
            verbs={verbs}
          />
        ))}
      </ul>
    </div>
  )
})

function matchOf(
  matches: ReadonlyMap<ConversationId, ConversationMatch> | null,
  id: ConversationId,
): ConversationMatch | null {
  return matches?.get(id) ?? null
}

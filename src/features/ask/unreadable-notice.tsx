import { useTranslate } from '#i18n/translator.ts'
import type { ConversationsState } from '#stores/conversations-state.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'

export interface UnreadableNoticeProps {
  readonly unreadable: ConversationsState['unreadable']
  readonly onSetAside: (id: string) => void
}

/** Says that kept conversations cannot be opened. What a newer app has kept is left for it; the rest can be moved aside. */
export function UnreadableNotice({ unreadable, onSetAside }: UnreadableNoticeProps) {
  const { t } = useTranslate()
  if (unreadable.length === 0) return null
  const damaged = unreadable.filter(({ failure }) => failure.kind !== 'fromTheFuture')
  return (
    <Notice
      tone="doubt"
      title={t('ask.list.unreadableTitle')}
      actions={
        damaged.length > 0 && (
          <Button
            size="small"
            onClick={() => {
              for (const { id } of damaged) onSetAside(id)
            }}
          >
            {t('ask.list.setAside')}
          </Button>
        )
      }
    >
      <p>{t('ask.list.unreadable', { count: unreadable.length })}</p>
      {damaged.length < unreadable.length && <p>{t('ask.list.fromTheFuture')}</p>}
    </Notice>
  )
}

import { Pencil, Trash2 } from 'lucide-react'
import { memo, useState } from 'react'
import type { ConversationMatch } from '#domain/conversation/search-conversations.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { ConversationSummary } from '#stores/conversations-state.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { ListVerbs } from './conversation-list.tsx'
import styles from './conversation-list.module.css'
import { formatTime } from '#i18n/format.ts'

export interface ConversationLineProps {
  readonly summary: ConversationSummary
  readonly match: ConversationMatch | null
  readonly isOpen: boolean
  readonly verbs: ListVerbs
}

export const ConversationLine = memo(function ConversationLine({
  summary,
  match,
  isOpen,
  verbs,
}: ConversationLineProps) {
  const { t, language } = useTranslate()
  const [isRenaming, setRenaming] = useState(false)
  const title = summary.title ?? t('ask.untitled')
  if (isRenaming) {
    return (
      <li className={styles['line']}>
        <RenameForm
          title={title}
          onRename={(name) => {
            setRenaming(false)
            verbs.rename(summary.id, name)
          }}
          onCancel={() => setRenaming(false)}
        />
      </li>
    )
  }
  return (
    <li className={styles['line']}>
      <button
        type="button"
        className={styles['open']}
        aria-current={isOpen ? 'true' : undefined}
        data-closes-margin
        onClick={() => verbs.open(summary.id)}
      >
        <span className={styles['title']}>{title}</span>
        {match !== null && (
          <span className={styles['snippet']}>
            {match.snippet.before}
            <mark>{match.snippet.hit}</mark>
            {match.snippet.after}
          </span>
        )}
        <span className={styles['when']}>{formatTime(summary.updatedAt, language)}</span>
        {summary.isMoving && <Chip tone="accent">{t('ask.list.answering')}</Chip>}
      </button>
      <div className={styles['verbs']}>
        <IconButton label={t('ask.list.rename', { title })} icon={<Pencil />} onClick={() => setRenaming(true)} />
        <IconButton
          label={t('ask.list.remove', { title })}
          icon={<Trash2 />}
          onClick={() => verbs.remove(summary.id)}
        />
      </div>
    </li>
  )
})

interface RenameFormProps {
  readonly title: string
  readonly onRename: (name: string) => void
  readonly onCancel: () => void
}

function RenameForm({ title, onRename, onCancel }: RenameFormProps) {
  const { t } = useTranslate()
  const [name, setName] = useState(title)
  return (
    <form
      className={styles['rename']}
      onSubmit={(event) => {
        event.preventDefault()
        onRename(name)
      }}
    >
      <TextField label={t('ask.list.renameLabel')} value={name} onChange={setName} />
      <div className={styles['verbs']}>
        <Button type="submit" size="small" variant="primary">
          {t('ask.list.renameSave')}
        </Button>
        <Button size="small" variant="quiet" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}

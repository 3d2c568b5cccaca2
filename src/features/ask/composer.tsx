import { BookOpenText, Send, SlidersHorizontal, Square } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { memo } from 'react'
import { useTranslate } from '#i18n/translator.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { TextArea } from '#ui/text-area.tsx'
import styles from './composer.module.css'

export interface ComposerProps {
  readonly draft: string
  readonly onDraft: (text: string) => void
  readonly onAsk: (text: string) => void
  readonly onStop: () => void
  readonly onSettings: () => void
  /** Whether the open conversation is being answered. */
  readonly isMoving: boolean
  /** The question before this one, which the up arrow brings back into an empty field. */
  readonly previous: string | null
  /** Stands where the question is sent, while there is nobody to send it to. */
  readonly notReady: ReactNode | null
}

export const Composer = memo(function Composer(props: ComposerProps) {
  const { draft, onDraft, onAsk, onStop, onSettings, isMoving, previous, notReady } = props
  const { t } = useTranslate()
  const canAsk = !isMoving && notReady === null && draft.trim() !== ''
  const ask = (): void => {
    if (canAsk) onAsk(draft)
  }
  const recall = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key !== 'ArrowUp' || draft !== '' || previous === null) return
    event.preventDefault()
    onDraft(previous)
  }
  return (
    <form
      className={styles['composer']}
      onSubmit={(event) => {
        event.preventDefault()
        ask()
      }}
    >
      <TextArea
        label={t('ask.composer.label')}
        hideLabel
        value={draft}
        onChange={onDraft}
        rows={2}
        autoGrow
        placeholder={t('ask.composer.placeholder')}
        onSubmit={ask}
        onKeyDown={recall}
      />
      <div className={styles['row']}>
        <IconButton
          label={t('ask.composer.settings')}
          icon={<SlidersHorizontal />}
          aria-haspopup="dialog"
          onClick={onSettings}
        />
        <Button variant="quiet" size="small" icon={<BookOpenText />} onClick={() => onDraft(t('ask.example.question'))}>
          {t('ask.composer.example')}
        </Button>
        <small className={styles['keys']}>{t('ask.composer.keys')}</small>
        {isMoving && (
          <Button icon={<Square />} onClick={onStop}>
            {t('ask.composer.stop')}
          </Button>
        )}
        {!isMoving && notReady === null && (
          <Button type="submit" variant="primary" icon={<Send />} disabled={!canAsk}>
            {t('ask.composer.send')}
          </Button>
        )}
      </div>
      {!isMoving && notReady}
    </form>
  )
})

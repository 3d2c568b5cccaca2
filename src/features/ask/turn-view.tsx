import { ChevronLeft, ChevronRight, Pencil } from 'lucide-react'
import { memo, useState } from 'react'
import type { Turn } from '#domain/conversation/conversation.ts'
import { lastAttempt } from '#domain/conversation/conversation.ts'
import type { ModelRecord } from '#domain/models/model-record.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { TextArea } from '#ui/text-area.tsx'
import type { TurnVerbs } from './ask-verbs.ts'
import { AttemptView } from './attempt-view.tsx'
import styles from './turn-view.module.css'

export interface TurnViewProps {
  readonly turn: Turn
  readonly isLast: boolean
  readonly model: ModelRecord | null
  readonly verbs: TurnVerbs
}

/** A question and the attempts at it, one of which is shown. */
export const TurnView = memo(function TurnView({ turn, isLast, model, verbs }: TurnViewProps) {
  const { t } = useTranslate()
  const { attempts } = turn
  const [chosen, setChosen] = useState({ index: 0, among: 0 })
  // A choice holds until there is another attempt, which is then the one to look at.
  const index = chosen.among === attempts.length ? chosen.index : attempts.length - 1
  const attempt = attempts[index] ?? lastAttempt(turn)
  return (
    <article className={styles['turn']}>
      <h2 className="sr-only">{t('ask.turn.you')}</h2>
      <Question turn={turn} canAsk={model !== null} verbs={verbs} />
      <div className={styles['head']}>
        <h3 className="sr-only">{t('ask.turn.answer')}</h3>
        {attempts.length > 1 && (
          <AttemptPager
            index={index}
            count={attempts.length}
            onChoose={(next) => setChosen({ index: next, among: attempts.length })}
          />
        )}
      </div>
      <AttemptView
        key={index}
        attempt={attempt}
        question={turn.question}
        isNewest={isLast && index === attempts.length - 1}
        model={model}
        verbs={verbs}
      />
    </article>
  )
})

function Question({ turn, canAsk, verbs }: Pick<TurnViewProps, 'turn' | 'verbs'> & { readonly canAsk: boolean }) {
  const { t } = useTranslate()
  const [draft, setDraft] = useState<string | null>(null)
  if (draft === null) {
    return (
      <div className={styles['question']}>
        <p className={styles['words']}>{turn.question}</p>
        {canAsk && <IconButton label={t('ask.turn.edit')} icon={<Pencil />} onClick={() => setDraft(turn.question)} />}
      </div>
    )
  }
  const ask = (): void => {
    if (draft.trim() === '') return
    setDraft(null)
    verbs.editQuestion(turn.id, draft)
  }
  return (
    <form
      className={styles['edit']}
      onSubmit={(event) => {
        event.preventDefault()
        ask()
      }}
    >
      <TextArea label={t('ask.turn.editLabel')} value={draft} onChange={setDraft} autoGrow onSubmit={ask} />
      <p className={styles['hint']}>{t('ask.turn.editDetail')}</p>
      <div className={styles['actions']}>
        <Button type="submit" variant="primary" size="small" disabled={draft.trim() === ''}>
          {t('ask.turn.editAsk')}
        </Button>
        <Button variant="quiet" size="small" onClick={() => setDraft(null)}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}

interface AttemptPagerProps {
  readonly index: number
  readonly count: number
  readonly onChoose: (index: number) => void
}

function AttemptPager({ index, count, onChoose }: AttemptPagerProps) {
  const { t } = useTranslate()
  const number = index + 1
  return (
    <div className={styles['pager']} role="group" aria-label={t('ask.turn.attempts')}>
      <IconButton
        label={t('ask.turn.earlier')}
        icon={<ChevronLeft />}
        disabled={index === 0}
        onClick={() => onChoose(index - 1)}
      />
      <span aria-hidden className="tabular">
        {`${number}/${count}`}
      </span>
      <span className="sr-only">{t('ask.turn.attempt', { number, total: count })}</span>
      <IconButton
        label={t('ask.turn.later')}
        icon={<ChevronRight />}
        disabled={number === count}
        onClick={() => onChoose(index + 1)}
      />
    </div>
  )
}

import type { QuizFilter } from '#domain/quiz/quiz-filter.ts'
import { questionStates } from '#domain/quiz/quiz-filter.ts'
import { subjectName } from '#i18n/subject-name.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { RadioRow } from '#ui/radio-row.tsx'
import { useState } from 'react'
import { CheckGroup } from './check-group.tsx'
import styles from './filter-form.module.css'
import type { OfferedChoices } from './offered-choices.ts'
import { toggled } from './toggled.ts'

/** The choices that are made now and then. */
export type MoreWishes = Pick<QuizFilter, 'subjects' | 'tags' | 'states' | 'order'>

export const noMoreWishes: MoreWishes = { subjects: null, tags: null, states: null, order: 'shuffled' }

export interface MoreChoicesProps {
  readonly wishes: MoreWishes
  readonly choices: OfferedChoices
  readonly onChange: (wishes: MoreWishes) => void
}

/** States, subjects, tags and the order. The line that unfolds them says how many are in force. */
export function MoreChoices({ wishes, choices, onChange }: MoreChoicesProps) {
  const { t } = useTranslate()
  const [isOpen, setOpen] = useState(false)
  const { states, subjects, tags, order } = wishes
  const count = [states, subjects, tags].reduce((sum, one) => sum + (one?.length ?? 0), order === 'bank' ? 1 : 0)
  return (
    <Disclosure
      summary={count === 0 ? t('quiz.start.more') : t('quiz.start.moreChosen', { count })}
      open={isOpen}
      onToggle={setOpen}
    >
      {isOpen && (
        <div className={styles['more']}>
          <CheckGroup
            label={t('quiz.start.states')}
            options={questionStates.map((state) => ({ value: state, label: t(`quiz.state.${state}`) }))}
            chosen={states ?? []}
            onToggle={(state) => onChange({ ...wishes, states: orNone(toggled(states ?? [], state)) })}
          />
          <CheckGroup
            label={t('quiz.start.subjects')}
            options={choices.subjects.map((subject) => ({ value: subject, label: subjectName(t, subject) }))}
            chosen={subjects ?? []}
            onToggle={(subject) => onChange({ ...wishes, subjects: orNone(toggled(subjects ?? [], subject)) })}
            dense
          />
          {choices.tags.length > 0 && (
            <CheckGroup
              label={t('quiz.start.tags')}
              options={choices.tags.map((tag) => ({ value: tag, label: tag }))}
              chosen={tags ?? []}
              onToggle={(tag) => onChange({ ...wishes, tags: orNone(toggled(tags ?? [], tag)) })}
              dense
            />
          )}
          <RadioRow
            label={t('quiz.start.order')}
            options={[
              { value: 'shuffled', label: t('quiz.start.shuffled') },
              { value: 'bank', label: t('quiz.start.asInBank') },
            ]}
            value={order}
            onChange={(chosen) => onChange({ ...wishes, order: chosen })}
          />
        </div>
      )}
    </Disclosure>
  )
}

/** Where nothing is chosen, nothing is asked for. */
function orNone<T>(values: readonly T[]): readonly T[] | null {
  return values.length === 0 ? null : values
}

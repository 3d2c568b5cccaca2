import { useTranslate } from '#i18n/translator.ts'
import { milliseconds } from '#lib/time.ts'
import type { SessionWish } from '#stores/quiz.ts'
import { NumberField } from '#ui/number-field.tsx'
import { RadioRow } from '#ui/radio-row.tsx'
import { timeWords } from '../quiz-words.ts'

/** How questions are to be worked through, as a student says it: the time is one a question. */
export interface ModeWish {
  readonly mode: 'tutor' | 'timed'
  readonly pace: 'usual' | 'own' | 'endless'
  readonly secondsEach: number
}

/** In seconds: 80 items in 100 minutes, as in the Korean medical licensing examination. */
const usualPace = 75

/** What a wish comes to for so many questions. */
export function sessionWish({ mode, pace, secondsEach }: ModeWish, count: number): SessionWish {
  if (mode === 'tutor' || pace === 'endless') return { mode, allowed: null }
  return { mode, allowed: milliseconds((pace === 'usual' ? usualPace : secondsEach) * 1_000 * count) }
}

export interface ModeFieldsProps {
  readonly wish: ModeWish
  /** How many questions it will be. */
  readonly count: number
  readonly onChange: (wish: ModeWish) => void
}

export function ModeFields({ wish, count, onChange }: ModeFieldsProps) {
  const { t } = useTranslate()
  const { allowed } = sessionWish(wish, count)
  return (
    <>
      <RadioRow
        label={t('quiz.mode.label')}
        options={[
          { value: 'tutor', label: t('quiz.mode.tutor'), detail: t('quiz.mode.tutorDetail') },
          { value: 'timed', label: t('quiz.mode.timed'), detail: t('quiz.mode.timedDetail') },
        ]}
        value={wish.mode}
        onChange={(mode) => onChange({ ...wish, mode })}
      />
      {wish.mode === 'timed' && (
        <RadioRow
          label={t('quiz.mode.pace')}
          options={[
            { value: 'usual', label: t('quiz.mode.paceUsual', { seconds: usualPace }) },
            { value: 'own', label: t('quiz.start.own') },
            { value: 'endless', label: t('quiz.mode.paceEndless') },
          ]}
          value={wish.pace}
          onChange={(pace) => onChange({ ...wish, pace })}
        />
      )}
      {wish.mode === 'timed' && wish.pace === 'own' && (
        <NumberField
          label={t('quiz.mode.secondsEach')}
          value={wish.secondsEach}
          min={10}
          max={600}
          step={5}
          unit={t('quiz.mode.seconds')}
          onChange={(secondsEach) => onChange({ ...wish, secondsEach: secondsEach ?? usualPace })}
        />
      )}
      {allowed !== null && count > 0 && <p>{t('quiz.mode.total', { time: timeWords(t, allowed) })}</p>}
    </>
  )
}

import { useTranslate } from '#i18n/translator.ts'
import { NumberField } from '#ui/number-field.tsx'
import { RadioRow } from '#ui/radio-row.tsx'

/** How many questions a student wants. */
export type CountWish = { readonly kind: 'some' | 'own'; readonly count: number } | { readonly kind: 'all' }

const usual = [5, 10, 20] as const

/** The number of questions that a wish comes to, where so many fit. */
export function countOf(wish: CountWish, available: number): number {
  return wish.kind === 'all' ? available : wish.count
}

export interface CountFieldProps {
  readonly wish: CountWish
  readonly available: number
  readonly onChange: (wish: CountWish) => void
}

export function CountField({ wish, available, onChange }: CountFieldProps) {
  const { t } = useTranslate()
  const value = wish.kind === 'some' ? String(wish.count) : wish.kind
  const choose = (chosen: string): void => {
    if (chosen === 'all') onChange({ kind: 'all' })
    else if (chosen === 'own') onChange({ kind: 'own', count: Math.max(1, Math.min(40, available)) })
    else onChange({ kind: 'some', count: Number(chosen) })
  }
  return (
    <>
      <RadioRow
        label={t('quiz.start.number')}
        options={[
          ...usual.map((one) => ({ value: String(one), label: String(one) })),
          { value: 'all', label: t('quiz.start.all') },
          { value: 'own', label: t('quiz.start.own') },
        ]}
        value={value}
        onChange={choose}
      />
      {wish.kind === 'own' && (
        <NumberField
          label={t('quiz.start.ownNumber')}
          value={wish.count}
          min={1}
          max={Math.max(1, available)}
          onChange={(count) => onChange({ kind: 'own', count: count ?? 1 })}
        />
      )}
    </>
  )
}

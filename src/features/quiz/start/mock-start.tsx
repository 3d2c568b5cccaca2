import type { ExamLayouts } from '#domain/exam/exam-layout.ts'
import type { ShortSection } from '#domain/exam/mock-session.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Quiz } from '#stores/quiz.ts'
import { Button } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { RadioRow } from '#ui/radio-row.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useState } from 'react'
import { LayoutFacts } from './layout-facts.tsx'
import { MockRefusal } from './mock-refusal.tsx'
import styles from './mock-start.module.css'
import { WithLayouts } from '../with-layouts.tsx'

/** Mock examinations, folded away until they are wanted. */
export function MockStart({ quiz }: { readonly quiz: Quiz }) {
  const { t } = useTranslate()
  const [isOpen, setOpen] = useState(false)
  return (
    <section className={styles['mock']}>
      <Disclosure summary={<strong>{t('quiz.mock.title')}</strong>} open={isOpen} onToggle={setOpen}>
        {isOpen && (
          <WithLayouts
            quiz={quiz}
            render={(file) => <MockForm file={file} onStart={(layout, factor) => quiz.startMock(layout, factor)} />}
          />
        )}
      </Disclosure>
    </section>
  )
}

/** Factors on the time limits, as examinees with extended time get them. */
const factors = { '1': 1, '1.25': 1.25, '1.5': 1.5, '2': 2, none: null } as const
type Factor = keyof typeof factors

export interface MockFormProps {
  readonly file: ExamLayouts
  readonly onStart: Quiz['startMock']
}

export function MockForm({ file: { notice, layouts }, onStart }: MockFormProps) {
  const { t, language } = useTranslate()
  const [chosen, setChosen] = useState<string | null>(null)
  const [factor, setFactor] = useState<Factor>('1')
  const [short, setShort] = useState<readonly ShortSection[] | null>(null)
  const layout = layouts.find(({ id }) => id === chosen) ?? layouts[0]
  if (layout === undefined) return null
  const start = (): void => {
    const started = onStart(layout, factors[factor])
    setShort(started.ok ? null : started.failure)
  }
  return (
    <div className={styles['form']}>
      <p>{notice[language]}</p>
      <SelectField
        label={t('quiz.mock.layout')}
        value={layout.id}
        options={layouts.map(({ id, name }) => ({ value: id, label: name[language] }))}
        onChange={(id) => {
          setChosen(id)
          setShort(null)
        }}
      />
      <LayoutFacts layout={layout} />
      <RadioRow
        label={t('quiz.mock.factor')}
        options={[
          ...(['1', '1.25', '1.5', '2'] as const).map((one) => ({
            value: one,
            label: t('quiz.mock.times', { factor: one }),
          })),
          { value: 'none', label: t('quiz.mode.paceEndless') },
        ]}
        value={factor}
        onChange={setFactor}
      />
      {short !== null && <MockRefusal short={short} />}
      <div>
        <Button variant="primary" onClick={start}>
          {t('quiz.mock.begin')}
        </Button>
      </div>
    </div>
  )
}

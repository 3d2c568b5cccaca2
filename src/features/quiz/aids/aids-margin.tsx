import type { ReactNode } from 'react'
import { useTranslate } from '#i18n/translator.ts'
import type { Reference } from '#stores/reference.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import styles from './aids-margin.module.css'
import type { AidKind, AidsOpen, ChangeAids } from './aids-open.ts'
import { aidKinds } from './aids-open.ts'
import { CalculatorPanel } from './calculator-panel.tsx'
import { LabAid } from './lab-aid.tsx'

export interface AidsMarginProps {
  readonly reference: Reference
  readonly aids: AidsOpen
  readonly onChange: ChangeAids
  /** The pad for the question that is turned to. */
  readonly notePad: ReactNode
}

/** What helps beside a question, each folded away until it is wanted: a pad, a calculator, reference values. */
export function AidsMargin({ reference, aids, onChange, notePad }: AidsMarginProps) {
  const { t } = useTranslate()
  const contents: Readonly<Record<AidKind, () => ReactNode>> = {
    note: () => notePad,
    calculator: () => (
      <CalculatorPanel
        calculator={aids.calculator}
        onChange={(change) => onChange((before) => ({ ...before, calculator: change(before.calculator) }))}
      />
    ),
    lab: () => <LabAid reference={reference} />,
  }
  return (
    <div className={styles['aids']}>
      {aidKinds.map((kind) => {
        const isOpen = aids.open.includes(kind)
        return (
          <Disclosure
            key={kind}
            summary={t(titles[kind])}
            open={isOpen}
            onToggle={(opened) => onChange((before) => withAid(before, kind, opened))}
          >
            {isOpen && contents[kind]()}
          </Disclosure>
        )
      })}
    </div>
  )
}

const titles = {
  note: 'quiz.note.label',
  calculator: 'aids.calculator.title',
  lab: 'aids.lab.title',
} as const

function withAid(before: AidsOpen, kind: AidKind, isOpen: boolean): AidsOpen {
  const others = before.open.filter((one) => one !== kind)
  return { ...before, open: isOpen ? [...others, kind] : others }
}

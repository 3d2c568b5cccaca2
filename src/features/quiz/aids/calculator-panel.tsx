import { useEffect, useEffectEvent, useId, useRef } from 'react'
import type { Calculator, CalculatorKey } from '#domain/reference/calculator.ts'
import { calculatorKey, numberText, press, typed } from '#domain/reference/calculator.ts'
import type { Translate } from '#i18n/translator.ts'
import { useTranslate } from '#i18n/translator.ts'
import { LiveRegion } from '#ui/live-region.tsx'
import { TextField } from '#ui/text-field.tsx'
import { calculationFaultText } from './calculator-words.ts'
import { CalculatorKeys } from './calculator-keys.tsx'
import styles from './calculator-panel.module.css'

export interface CalculatorPanelProps {
  readonly calculator: Calculator
  readonly onChange: Change
}

/** A calculator as examinations have one: by buttons, by keyboard, or by writing the calculation down. */
export function CalculatorPanel({ calculator, onChange }: CalculatorPanelProps) {
  const { t } = useTranslate()
  const id = useId()
  const panel = useRef<HTMLElement>(null)
  const { text, outcome, memory } = calculator
  const hasResult = outcome?.ok === true
  const change = useEffectEvent(onChange)
  useEffect(() => listen(panel.current, hasResult, (step) => change(step)), [hasResult])
  const isFaulty = outcome?.ok === false
  const said = outcomeText(t, calculator)
  return (
    <section ref={panel} className={styles['panel']} aria-label={t('aids.calculator.title')}>
      <TextField
        label={t('aids.calculator.expression')}
        value={text}
        onChange={(changed) => onChange((before) => typed(before, changed))}
        inputMode="decimal"
        spellCheck={false}
        className="tabular"
        aria-invalid={isFaulty}
        aria-describedby={`${id}-outcome ${id}-hint`}
      />
      <p id={`${id}-outcome`} className={isFaulty ? styles['fault'] : styles['outcome']}>
        {said}
      </p>
      <LiveRegion message={said} />
      <p className={styles['quiet']} role="status">
        {memory !== 0 && t('aids.calculator.memory', { value: numberText(memory) })}
      </p>
      <CalculatorKeys onPress={(key) => onChange((before) => press(before, key))} />
      <p id={`${id}-hint`} className={styles['quiet']}>
        {t('aids.calculator.hint')}
      </p>
    </section>
  )
}

function outcomeText(t: Translate, { outcome }: Calculator): string {
  if (outcome === null) return ''
  return outcome.ok
    ? t('aids.calculator.equals', { value: numberText(outcome.value) })
    : calculationFaultText(t, outcome.failure)
}

type Change = (change: (before: Calculator) => Calculator) => void

/**
 * Takes the keys that are pressed anywhere in the calculator. In its field they are text, as long as no result stands there; on its
 * buttons Enter is the button's own. What was taken here means nothing to the question beside it.
 */
function listen(panel: HTMLElement | null, hasResult: boolean, change: Change): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const key = calculatorKey(event.key)
    if (key === null || !(event.target instanceof Element)) return
    const isField = event.target instanceof HTMLInputElement
    if (event.key === 'Enter' && !isField) return
    // An empty calculator lets Escape go on to whatever it stands in.
    if (event.key === 'Escape' && panel?.querySelector('input')?.value === '') return
    event.stopPropagation()
    if (isField && isTyping(key) && !hasResult) return
    event.preventDefault()
    change((before) => press(before, key))
  }
  panel?.addEventListener('keydown', onKeyDown)
  return () => panel?.removeEventListener('keydown', onKeyDown)
}

/** Whether a key writes into a field, which knows better where. */
function isTyping(key: CalculatorKey): boolean {
  return key !== 'equals' && key !== 'clear'
}

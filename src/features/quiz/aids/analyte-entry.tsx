import { memo } from 'react'
import type { Analyte, UnitSystem } from '#domain/reference/lab-values.ts'
import { useTranslate } from '#i18n/translator.ts'
import styles from './lab-panel.module.css'
import { limitsText, specimenWords } from './lab-words.ts'

export interface AnalyteEntryProps {
  readonly analyte: Analyte
  readonly units: UnitSystem
  /** The number of its source in the list of sources. */
  readonly sourceNumber: number
}

/** One test: for whom which values are usual. Kept as it is while the search goes on around it. */
export const AnalyteEntry = memo(function AnalyteEntry({ analyte, units, sourceNumber }: AnalyteEntryProps) {
  const { t, language } = useTranslate()
  const { name, abbreviations, specimen, intervals, note } = analyte
  const other = language === 'ko' ? 'en' : 'ko'
  return (
    <li className={styles['entry']}>
      <h4>
        {name[language]}
        {abbreviations.length > 0 && <span className={styles['quiet']}> {abbreviations.join(', ')}</span>}
      </h4>
      <p className={styles['quiet']}>
        <span lang={other}>{name[other]}</span>
        {specimen !== 'none' && ` · ${t(specimenWords[specimen])}`}
      </p>
      <dl className={styles['intervals']}>
        {intervals.map((interval, index) => (
          <div key={index} className={styles['interval']}>
            <dt>{interval.for === null ? t('aids.lab.everyone') : interval.for[language]}</dt>
            <dd className="tabular">{limitsText(t, language, interval[units])}</dd>
          </div>
        ))}
      </dl>
      {note !== null && <p className={styles['quiet']}>{note[language]}</p>}
      <p className={styles['cited']}>{t('aids.lab.source', { number: sourceNumber })}</p>
    </li>
  )
})

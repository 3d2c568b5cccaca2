import type { ReactNode } from 'react'
import { useState } from 'react'
import type { RowFault, RowWarning } from '#domain/importing/import-fault.ts'
import type { Place } from '#domain/importing/place.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import styles from './banks.module.css'
import { faultText, placeText, warningText } from './import-words.ts'

/** So many are listed; whoever has more has a file to mend, not lines. */
const shownNotes = 100

export function RowFaults({ faults, count }: { readonly faults: readonly RowFault[]; readonly count: number }) {
  const { t } = useTranslate()
  const lines = faults.map((fault) => ({ ...fault, text: faultText(t, fault) }))
  return <Notes title={t('banks.faults.title', { count })} count={count} lines={lines} />
}

export function RowWarnings({ warnings, count }: { readonly warnings: readonly RowWarning[]; readonly count: number }) {
  const { t } = useTranslate()
  const lines = warnings.map((warning) => ({ ...warning, text: warningText(t, warning) }))
  return <Notes title={t('banks.warnings.title', { count })} count={count} lines={lines} />
}

interface NoteLine {
  readonly place: Place
  readonly text: string
  readonly detail: string
}

function Notes({
  title,
  count,
  lines,
}: {
  readonly title: string
  readonly count: number
  readonly lines: readonly NoteLine[]
}): ReactNode {
  const { t } = useTranslate()
  const [isOpen, setOpen] = useState(false)
  if (count === 0) return null
  const shown = lines.slice(0, shownNotes)
  return (
    <Disclosure summary={title} open={isOpen} onToggle={setOpen}>
      <ul className={styles['notes']}>
        {shown.map(({ place, text, detail }, index) => (
          <li key={`${index} ${place.at}`}>
            <strong>{placeText(t, place)}</strong> {text}{' '}
            {detail !== '' && <span className={styles['quiet']}>{detail}</span>}
          </li>
        ))}
        {count > shown.length && <li>{t('banks.faults.more', { count: count - shown.length })}</li>}
      </ul>
    </Disclosure>
  )
}

import { useState } from 'react'
import type { LabSource } from '#domain/reference/lab-values.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import styles from './lab-panel.module.css'

/** The works that the values cite, by their numbers. Titles and notes are as the table has them, in English. */
export function LabSources({ sources }: { readonly sources: readonly LabSource[] }) {
  const { t } = useTranslate()
  const [isOpen, setOpen] = useState(false)
  return (
    <Disclosure summary={t('aids.lab.sources')} open={isOpen} onToggle={setOpen}>
      <ol className={styles['sources']} lang="en">
        {sources.map(({ id, title, note }) => (
          <li key={id}>
            {title}
            <p className={styles['quiet']}>{note}</p>
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}

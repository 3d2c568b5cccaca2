import { useState } from 'react'
import { Disclosure } from './disclosure.tsx'
import styles from './facts-disclosure.module.css'

export interface FactsDisclosureProps {
  readonly summary: string
  readonly facts: readonly { readonly term: string; readonly detail: string }[]
}

/** Facts for whoever wants to know, folded away for everybody else. Long values, such as hashes, break anywhere. */
export function FactsDisclosure({ summary, facts }: FactsDisclosureProps) {
  const [open, setOpen] = useState(false)
  return (
    <Disclosure summary={summary} open={open} onToggle={setOpen}>
      <dl className={styles['facts']}>
        {facts.map(({ term, detail }) => (
          <div key={term} className={styles['fact']}>
            <dt>{term}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}

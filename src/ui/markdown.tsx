import { lazy, Suspense } from 'react'
import styles from './markdown.module.css'

export interface MarkdownProps {
  readonly text: string
}

// The parser and KaTeX are heavy and wait for the first text; where they cannot be fetched, the plain text stays.
const MarkdownBody = lazy(() => import('./markdown-body.tsx').catch(() => ({ default: PlainText })))

/** A model's or a bank's text. Nothing in it can load anything, and no link leads out of the page. */
export function Markdown({ text }: MarkdownProps) {
  return (
    <Suspense fallback={<PlainText text={text} />}>
      <MarkdownBody text={text} />
    </Suspense>
  )
}

function PlainText({ text }: MarkdownProps) {
  return <div className={styles['plain']}>{text}</div>
}

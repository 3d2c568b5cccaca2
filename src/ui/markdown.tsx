import { lazy, Suspense } from 'react'
import styles from './markdown.module.css'

export interface MarkdownProps {
  readonly text: string
  /** The level at which the text's highest heading is shown. */
  readonly topHeading?: 2 | 3
}

// The parser and KaTeX are heavy and wait for the first text; where they cannot be fetched, the plain text stays.
const loadBody = () => import('./markdown-body.tsx').catch(() => ({ default: PlainText }))
const MarkdownBody = lazy(loadBody)

/** Fetches the parser while there is time, so that it is there when the first words are. */
export function preloadMarkdown(): void {
  void loadBody()
}

/** A model's or a bank's text. Nothing in it can load anything, and no link leads out of the page. */
export function Markdown({ text, topHeading = 3 }: MarkdownProps) {
  return (
    <Suspense fallback={<PlainText text={text} />}>
      <MarkdownBody text={text} topHeading={topHeading} />
    </Suspense>
  )
}

function PlainText({ text }: MarkdownProps) {
  return <div className={styles['plain']}>{text}</div>
}

import { memo, useDeferredValue } from 'react'
import ReactMarkdown, { type Options } from 'react-markdown'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import { highestHeading, splitBlocks } from './markdown-blocks.ts'
import styles from './markdown-body.module.css'
import { remarkBoxed } from './markdown-boxed.ts'
import type { TopHeading } from './markdown-elements.tsx'
import { elementsBelow } from './markdown-elements.tsx'
import { prepareMarkdown } from './markdown-prepare.ts'

const remarkPlugins: Options['remarkPlugins'] = [remarkGfm, remarkMath, remarkCjkFriendly, remarkBoxed]

export interface MarkdownBodyProps {
  readonly text: string
  readonly topHeading: TopHeading
}

export default function MarkdownBody({ text, topHeading }: MarkdownBodyProps) {
  // While a text streams in, typing and clicking go first, and only the block that grows is parsed again.
  const shown = useDeferredValue(text)
  const highest = highestHeading(shown)
  return (
    <div className={styles['markdown']}>
      {splitBlocks(prepareMarkdown(shown)).map((block, index) => (
        <Block key={index} text={block} highest={highest} topHeading={topHeading} />
      ))}
    </div>
  )
}

const Block = memo(function Block({ text, highest, topHeading }: MarkdownBodyProps & { readonly highest: number }) {
  return (
    // Addresses come through as they are: none but `#/…` is ever put where the browser could follow it.
    <ReactMarkdown
      remarkPlugins={remarkPlugins}
      components={elementsBelow(highest, topHeading)}
      urlTransform={(url) => url}
    >
      {text}
    </ReactMarkdown>
  )
})

import { memo } from 'react'
import { Markdown } from '#ui/markdown.tsx'
import { useSlowly } from './use-slowly.ts'

/** Parsing the whole answer anew at every frame would cost more than drawing it. */
const parsedEveryMs = 300

/** An answer as markdown; while it streams, parsed a few times a second. */
export function AnswerText({ text, isStreaming }: { readonly text: string; readonly isStreaming: boolean }) {
  const shown = useSlowly(text, parsedEveryMs, isStreaming)
  return <ParsedText text={shown} />
}

const ParsedText = memo(Markdown)

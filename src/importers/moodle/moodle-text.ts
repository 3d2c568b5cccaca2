import type { Markup } from '#domain/importing/table.ts'

/** How a text is to be read: `moodle` is HTML in which a line break is one (Moodle's auto-format). Markdown is read as plain. */
export type MoodleFormat = 'html' | 'moodle' | 'plain'

export interface MoodleText {
  readonly text: string
  readonly format: MoodleFormat
}

export const noText: MoodleText = { text: '', format: 'plain' }

/** The one markup in which all of these texts can be written. */
export function markupOf(texts: readonly MoodleText[]): Markup {
  return texts.some(({ text, format }) => format !== 'plain' && text !== '') ? 'html' : 'plain'
}

/** @param markup what `markupOf` says of this text and others: plain only where all of them are */
export function writtenIn({ text, format }: MoodleText, markup: Markup): string {
  if (markup === 'plain' || format === 'html') return text
  return withBreaks(format === 'plain' ? escaped(text) : text)
}

/** Auto-format passes over the line breaks beside a tag: they are there for whoever writes the HTML. */
function withBreaks(html: string): string {
  return html.replace(/(?<!>)\n(?!<)/g, '<br>\n')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

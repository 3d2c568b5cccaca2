import { composed } from '../clean-text.ts'
import { htmlEvents } from './html-events.ts'
import { layOut } from './html-layout.ts'
import { isActive, visibleHtml } from './html-visible.ts'

export interface HtmlText {
  /** Plain text in Unicode NFC without control characters, line feed and tab aside. */
  readonly text: string
  /** Names of the pictures, sounds and films that it speaks of, in their order. */
  readonly figures: readonly string[]
  /** Whether script, style, frame, embedded object, form, handler or script address was taken out. */
  readonly active: boolean
}

/**
 * The text of a piece of HTML as a reader would see it, in linear time for any text and any depth; there are no faults, as HTML
 * has none (https://html.spec.whatwg.org/multipage/parsing.html).
 *
 * Tables become lines of `| a | b |` with their first row as the head, list items begin with `- ` or their number, small digits
 * are written in Unicode's (H₂O, 10⁹). Formulas in `\( \)` and the clozes of Anki stay as they are.
 */
export function htmlToText(html: string): HtmlText {
  const events = htmlEvents(html)
  const visible = visibleHtml(events)
  return {
    text: composed(layOut(visible.events).join('\n')).trim(),
    figures: visible.figures,
    active: events.some(isActive),
  }
}

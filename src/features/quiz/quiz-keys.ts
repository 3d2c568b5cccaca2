import type { OptionLabel } from '#domain/question-bank/question.ts'
import { optionLabels } from '#domain/question-bank/question.ts'
import type { Confidence } from '#domain/quiz/session.ts'
import { confidences } from '#domain/quiz/session.ts'

/** What a key means on the page of a question. */
export type QuizKey =
  | { readonly kind: 'choose' | 'strike'; readonly label: OptionLabel }
  | { readonly kind: 'rate'; readonly confidence: Confidence }
  | { readonly kind: 'grade' | 'next' | 'previous' }

/**
 * Letters are options, as many as the question has, and digits are confidences, so that neither has two meanings. Where the Korean input method is on,
 * a key says ㅁ instead of A; then the key's place on the keyboard counts. While text is written or a syllable is in the
 * making, no key is ours; Enter on a button or a link is the button's own.
 */
export function quizKey(event: KeyboardEvent, optionCount: number): QuizKey | null {
  if (event.isComposing || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return null
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest(writing) != null) return null
  if (event.key === 'Enter') return target?.closest(ownEnter) == null ? { kind: 'grade' } : null
  const letter = letterOf(event)
  const label = optionLabels.slice(0, optionCount).find((candidate) => candidate === letter)
  if (label !== undefined) return { kind: event.shiftKey ? 'strike' : 'choose', label }
  if (event.shiftKey) return null
  if (letter === 'N') return { kind: 'next' }
  if (letter === 'P') return { kind: 'previous' }
  const confidence = confidences[digitOf(event) - 1]
  return confidence === undefined ? null : { kind: 'rate', confidence }
}

const writing =
  'textarea, select, dialog, [contenteditable]:not([contenteditable="false"]), input:not([type="radio"], [type="checkbox"])'
const ownEnter = 'button, a, summary'

function letterOf({ key, code }: KeyboardEvent): string | null {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase()
  return /^Key([A-Z])$/.exec(code)?.[1] ?? null
}

function digitOf({ key, code }: KeyboardEvent): number {
  return Number(/^\d$/.test(key) ? key : /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1])
}

import type { OptionLabel } from '#domain/question-bank/question.ts'
import { optionLabels } from '#domain/question-bank/question.ts'
import type { Confidence } from '#domain/quiz/session.ts'
import { confidences } from '#domain/quiz/session.ts'

/** What a key means on the page of a question. */
export type QuizKey =
  | { readonly kind: 'choose' | 'strike'; readonly label: OptionLabel }
  | { readonly kind: 'rate'; readonly confidence: Confidence }
  | { readonly kind: 'commit' | CommandKey | 'undo' }

const commands = { N: 'next', P: 'previous', F: 'flag', H: 'highlight' } as const
type CommandKey = (typeof commands)[keyof typeof commands]
export type CommandLetter = keyof typeof commands

/**
 * Letters are options and digits are confidences, so that neither has two meanings; a letter beyond the options of the question
 * may be a command. Where the Korean input method is on, a key says ㅁ instead of A; then the key's place on the keyboard counts.
 * While text is written or a syllable is in the making, no key is ours; Enter on a button or a link is the button's own.
 */
export function quizKey(event: KeyboardEvent, optionCount: number): QuizKey | null {
  if (event.isComposing || event.repeat || event.altKey) return null
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest(writing) != null) return null
  const letter = letterOf(event)
  if (event.ctrlKey || event.metaKey) return letter === 'Z' && !event.shiftKey ? { kind: 'undo' } : null
  if (event.key === 'Enter') return target?.closest(ownEnter) == null ? { kind: 'commit' } : null
  const label = optionLabels.slice(0, optionCount).find((candidate) => candidate === letter)
  if (label !== undefined) return { kind: event.shiftKey ? 'strike' : 'choose', label }
  if (event.shiftKey) return null
  if (letter !== null && isCommand(letter)) return { kind: commands[letter] }
  const confidence = confidences[digitOf(event) - 1]
  return confidence === undefined ? null : { kind: 'rate', confidence }
}

/** Whether a letter is a command on the page of a question, and not one of its options. */
export function isFreeLetter(letter: CommandLetter, optionCount: number): boolean {
  return !optionLabels.slice(0, optionCount).some((label) => label === letter)
}

const writing =
  'textarea, select, dialog, [contenteditable]:not([contenteditable="false"]), input:not([type="radio"], [type="checkbox"])'
const ownEnter = 'button, a, summary'

function isCommand(letter: string): letter is CommandLetter {
  return Object.hasOwn(commands, letter)
}

function letterOf({ key, code }: KeyboardEvent): string | null {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase()
  return /^Key([A-Z])$/.exec(code)?.[1] ?? null
}

function digitOf({ key, code }: KeyboardEvent): number {
  return Number(/^\d$/.test(key) ? key : /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1])
}

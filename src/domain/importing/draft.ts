import type { Markup } from './table.ts'
import type { Place } from './place.ts'

/**
 * One question as its file has it, before it is checked. Texts are as they were written, in their `markup`; nothing is promised
 * of them: there may be no options, no key, or a key that names none of them.
 */
export interface Draft {
  readonly place: Place
  readonly markup: Markup
  /** What the file calls it; null where it gives no name of its own. */
  readonly id: string | null
  /** Vignette and question as one text, or only the vignette where the file has both. */
  readonly stem: string
  /** The question itself where the file keeps it apart; otherwise empty. */
  readonly leadIn: string
  readonly options: readonly DraftOption[]
  /** Which of the options are right, counted from 0. */
  readonly correct: readonly number[]
  /** Why, as one text for the whole question; may be empty. */
  readonly explanation: string
  readonly subject: string
  readonly tags: readonly string[]
  /** Where the question comes from, as its file says it: year, paper, number. May be empty. */
  readonly source: string
  /** What several questions share: a list of options, or a case. Null for a question of its own. */
  readonly group: string | null
}

export interface DraftOption {
  readonly text: string
  /** Why it is right, or why it is wrong; may be empty. */
  readonly rationale: string
}

/** A draft of which only the given parts are known. */
export function aDraft(parts: Pick<Draft, 'place'> & Partial<Draft>): Draft {
  return {
    ...{ markup: 'plain', id: null, stem: '', leadIn: '', options: [], correct: [], explanation: '' },
    ...{ subject: '', tags: [], source: '', group: null },
    ...parts,
  }
}

/** Which column of a table is what. Columns are named; a name that the table lacks counts as null. */
export interface ColumnMapping {
  readonly stem: string | null
  readonly leadIn: string | null
  readonly options: OptionColumns
  readonly key: string | null
  readonly keyReading: KeyReading
  readonly explanation: string | null
  readonly subject: string | null
  readonly tags: string | null
  readonly id: string | null
  readonly group: string | null
  /** Joined into the question's source in this order, as in "doctor 2022 1 12". */
  readonly source: readonly string[]
}

/** A column for each option; one column that holds them all, as lines or as a JSON list; or the stem's own last lines. */
export type OptionColumns =
  | { readonly kind: 'columns'; readonly columns: readonly string[] }
  | { readonly kind: 'list'; readonly column: string }
  | { readonly kind: 'inStem' }

/**
 * How the cell of the key is read: letters (`C`, `A, C`, `③`), numbers counted from 1 or from 0, the words of the right option, or
 * a digit for each option (`0 1 0 0`), as decks with several right options have them.
 */
export const keyReadings = ['letters', 'from1', 'from0', 'words', 'flags'] as const
export type KeyReading = (typeof keyReadings)[number]

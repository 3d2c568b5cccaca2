import type { Place } from './place.ts'

/**
 * A file that is rows under named columns: CSV, TSV, JSON lines, parquet, the notes of an Anki deck. Every cell is a text;
 * what was a number or a truth value is written as JSON writes it, and so is a list of such; an absent cell is the empty text. An
 * object, or a list of them, becomes columns of its own: `options.A`, `options.0.text`.
 */
export interface Table {
  /** What it is called where a file has several: the note type of a deck. Empty otherwise. */
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
  /** Whether its cells are HTML, as those of a deck are. */
  readonly markup: Markup
}

export interface TableRow {
  readonly place: Place
  /** As many as there are columns. */
  readonly cells: readonly string[]
}

/** What a text is written in before it becomes the plain text of a question. */
export type Markup = 'plain' | 'html'

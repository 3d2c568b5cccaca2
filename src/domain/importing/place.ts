/**
 * Where in its file something stood, counted from 1, in the unit in which its reader would look for it: the line of a text
 * file, the row of a table (its head not counted), the question of a question file, the note of a deck.
 */
export interface Place {
  readonly unit: 'line' | 'row' | 'question' | 'note'
  readonly at: number
}

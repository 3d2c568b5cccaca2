import type { Confidence, QuizItem } from './session.ts'

/** Marks for an answer, by how sure a student said to be. */
export interface Marks {
  readonly right: number
  readonly wrong: number
}

/**
 * Certainty-based marking after Gardner-Medwin (ALT-J 3, 1995): 1, 2 or 3 marks for a right answer, 0, -2 or -6 for a wrong one.
 * Saying less than one believes costs marks, and so does saying more: the best stated certainty changes at 67 % and 80 %.
 */
export const marksFor: Readonly<Record<Confidence, Marks>> = {
  guess: { right: 1, wrong: 0 },
  unsure: { right: 1, wrong: 0 },
  mostly: { right: 2, wrong: -2 },
  certain: { right: 3, wrong: -6 },
}

/** The marks of a session's items, and how many there could have been. An answer without a certainty counts as a guess. */
export function certaintyMarks(items: readonly QuizItem[]): { readonly marks: number; readonly most: number } {
  const marks = items.reduce((sum, item) => {
    if (item.kind !== 'graded') return sum
    const { right, wrong } = marksFor[item.confidence ?? 'guess']
    return sum + (item.correct ? right : wrong)
  }, 0)
  return { marks, most: items.length * marksFor.certain.right }
}

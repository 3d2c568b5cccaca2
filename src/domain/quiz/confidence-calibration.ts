import type { Confidence } from './session.ts'
import { confidences } from './session.ts'
import type { Counted } from './summary.ts'
import { counted } from './summary.ts'
import type { Interval } from './wilson-interval.ts'

/**
 * The share of right answers that each word stands for, as the app explains them to students: one in five options for a guess,
 * then a half, three quarters, and nearly always.
 */
export const meantBy: Readonly<Record<Confidence, number>> = { guess: 0.2, unsure: 0.5, mostly: 0.75, certain: 0.95 }

/** Fewer answers than this are judged in no way: a single slip would decide. */
const fewestJudged = 5

/** How answers of one confidence turned out. `verdict` is `unclear` while the interval holds what the word stands for. */
export interface CalibrationPoint extends Counted {
  readonly confidence: Confidence
  readonly meant: number
  readonly verdict: 'overconfident' | 'underconfident' | 'unclear'
}

/** Confidence against correctness, from the least sure to the most. Words that were not used are left out. */
export function calibration(
  answers: readonly { readonly confidence: Confidence | null; readonly correct: boolean }[],
): readonly CalibrationPoint[] {
  return confidences.flatMap((confidence) => {
    const group = counted(answers.filter((answer) => answer.confidence === confidence))
    const { interval } = group
    if (interval === null) return []
    const meant = meantBy[confidence]
    return [{ ...group, confidence, meant, verdict: verdictOf(group.tally.answered, interval, meant) }]
  })
}

function verdictOf(answered: number, { low, high }: Interval, meant: number): CalibrationPoint['verdict'] {
  if (answered < fewestJudged) return 'unclear'
  if (high < meant) return 'overconfident'
  return low > meant ? 'underconfident' : 'unclear'
}

import type { Tally } from '../quiz/tally.ts'
import type { PassRule, PassSubject } from './exam-layout.ts'

/** How a mock went by a rule: each subject, the total, and whether both are enough. */
export interface PassVerdict {
  readonly passed: boolean
  readonly total: Judged
  readonly subjects: readonly (Judged & { readonly subject: PassSubject })[]
}

/** `answered` of the tally counts every item that was asked: one without an answer is wrong. */
export interface Judged {
  readonly tally: Tally
  /** The fewest right answers that are enough. */
  readonly needed: number
  readonly isEnough: boolean
}

/** Judges a mock. `asked` has every item: what section of the layout it was in, and whether it was answered right. */
export function judge(
  { total, perSubject, subjects }: PassRule,
  asked: readonly { readonly section: string; readonly correct: boolean }[],
): PassVerdict {
  const judgedTotal = judged(asked, total)
  const bySubject = subjects.map((subject) => ({
    subject,
    ...judged(
      asked.filter(({ section }) => subject.sections.includes(section)),
      perSubject ?? 0,
    ),
  }))
  return {
    passed: judgedTotal.isEnough && bySubject.every(({ isEnough }) => isEnough),
    total: judgedTotal,
    subjects: bySubject,
  }
}

/**
 * The fewest right answers that reach a share of `count`. 0.07 times 100 is a little more than 7 to a computer, and 7 is enough:
 * what is nearer to a whole number than any share in hundredths can be is that number.
 */
export function neededFor(share: number, count: number): number {
  return Math.max(0, Math.ceil(share * count - 1e-9))
}

function judged(asked: readonly { readonly correct: boolean }[], share: number): Judged {
  const right = asked.filter(({ correct }) => correct).length
  const needed = neededFor(share, asked.length)
  return { tally: { right, answered: asked.length }, needed, isEnough: right >= needed }
}

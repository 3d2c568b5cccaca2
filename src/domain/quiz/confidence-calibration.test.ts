import { describe, expect, it } from 'vitest'
import { calibration } from './confidence-calibration.ts'
import type { Confidence } from './session.ts'

const answers = (confidence: Confidence | null, right: number, wrong: number) => [
  ...Array.from({ length: right }, () => ({ confidence, correct: true })),
  ...Array.from({ length: wrong }, () => ({ confidence, correct: false })),
]

describe('confidence against correctness', () => {
  it('calls nobody over- or underconfident on a handful of answers', () => {
    expect(calibration(answers('certain', 2, 2))).toMatchObject([{ confidence: 'certain', verdict: 'unclear' }])
  })

  it('names what was said too surely, and what not surely enough', () => {
    expect(calibration([...answers('certain', 10, 10), ...answers('unsure', 19, 1)])).toMatchObject([
      { confidence: 'unsure', meant: 0.5, tally: { right: 19, answered: 20 }, verdict: 'underconfident' },
      { confidence: 'certain', meant: 0.95, tally: { right: 10, answered: 20 }, verdict: 'overconfident' },
    ])
  })

  it('leaves answers aside that said nothing', () => {
    expect(calibration(answers(null, 5, 5))).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { answered, aSession } from '#testing/builders/quiz.ts'
import { certaintyMarks, marksFor } from './certainty-marking.ts'
import type { Confidence } from './session.ts'
import { confidences } from './session.ts'

describe('certainty-based marks', () => {
  it.each([
    ['C', 'certain', 3],
    ['B', 'certain', -6],
    ['C', 'mostly', 2],
    ['B', 'mostly', -2],
    ['C', 'guess', 1],
    ['B', 'guess', 0],
  ] as const)('for %s, said as %s: %i', (choice, confidence, marks) => {
    expect(certaintyMarks(answered(aSession(), choice, confidence).session.items)).toEqual({ marks, most: 9 })
  })

  // Gardner-Medwin: the lines of expected marks cross at p = 2/3 and p = 4/5.
  it.each([
    [0.6, ['guess', 'unsure']],
    [0.7, ['mostly']],
    [0.79, ['mostly']],
    [0.81, ['certain']],
  ] as const)('are best for whoever is right with probability %f and says so', (p, best) => {
    const expected = (confidence: Confidence) => p * marksFor[confidence].right + (1 - p) * marksFor[confidence].wrong
    const most = Math.max(...confidences.map(expected))
    expect(confidences.filter((confidence) => expected(confidence) === most)).toEqual(best)
  })

  it('of nothing answered are none', () => {
    expect(certaintyMarks(aSession().items)).toEqual({ marks: 0, most: 9 })
  })
})

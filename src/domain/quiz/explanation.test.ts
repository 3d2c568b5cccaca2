import { describe, expect, it } from 'vitest'
import { aQuestion } from '#testing/builders/questions.ts'
import { readTrace } from '../trace/trace.ts'
import { compare, namedAnswer } from './explanation.ts'

const named = (text: string) =>
  namedAnswer(readTrace(text, { open: '<think>', close: '</think>', startsIn: 'answer' }), aQuestion())

describe('the option that a model names', () => {
  it('is the one of its answer, not of its reasoning', () => {
    expect(named('<think>\\boxed{A}</think>\\boxed{C}')).toMatchObject({ label: 'C' })
  })

  it('is none while its reasoning is open', () => {
    expect(named('<think>So the answer is \\boxed{A}')).toEqual({ kind: 'none' })
  })

  it('may be an option quoted word for word', () => {
    expect(named('This is acute appendicitis')).toMatchObject({ label: 'C', rule: 'optionText' })
  })
})

describe('comparing student and model with the key', () => {
  const says = (label: 'B' | 'C') => ({ kind: 'answer', label, rule: 'boxed', ambiguous: false }) as const

  it.each([
    [true, says('C'), 'bothRight'],
    [true, says('B'), 'onlyStudentRight'],
    [false, says('C'), 'onlyModelRight'],
    [false, says('B'), 'bothWrong'],
    [true, { kind: 'none' }, 'noModelAnswer'],
  ] as const)('student right %s, model %j: %s', (studentIsRight, answer, comparison) => {
    expect(compare(aQuestion(), studentIsRight, answer)).toBe(comparison)
  })
})

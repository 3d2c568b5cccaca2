import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft } from '#domain/importing/draft.ts'
import { editedText } from '#testing/builders/edited-text.ts'
import { isAiken, readAiken } from './aiken.ts'
import type { DraftsRead } from '../reading.ts'

function readOf(text: string): DraftsRead {
  const read = readAiken(text)
  if (!read.ok) throw new Error(read.failure.kind)
  return read.value
}

function shortOf({ place, stem, options, correct }: Draft): readonly unknown[] {
  return [place.at, stem, options.map(({ text }) => text), correct]
}

const file = `Which electrolyte falls in SIADH?
A. Sodium
B. Potassium
C. Calcium
ANSWER: A
EXPLANATION: Water is kept.
It dilutes sodium.

A woman of 70 has a fever.
E. coli grows from her urine.

What now?
A) Wait
B) Ciprofloxacin
   for three days
C) Remove the catheter

ANSWER: B, C

갑상샘 호르몬이 아닌 것은?
A. T3
B. 인슐린
ANSWER: B
FEEDBACK: 이자에서 나온다.
`

describe('an Aiken file', () => {
  it('is read question by question', () => {
    const { drafts, faults } = readOf(file)
    expect(faults).toEqual([])
    expect(drafts.map(shortOf)).toEqual([
      [1, 'Which electrolyte falls in SIADH?', ['Sodium', 'Potassium', 'Calcium'], [0]],
      [
        9,
        'A woman of 70 has a fever.\nE. coli grows from her urine.\n\nWhat now?',
        ['Wait', 'Ciprofloxacin for three days', 'Remove the catheter'],
        [1, 2],
      ],
      [20, '갑상샘 호르몬이 아닌 것은?', ['T3', '인슐린'], [1]],
    ])
    expect(drafts.map(({ explanation }) => explanation)).toEqual([
      'Water is kept.\nIt dilutes sodium.',
      '',
      '이자에서 나온다.',
    ])
    expect(drafts[0]).toMatchObject({ markup: 'plain', id: null, subject: '', tags: [], place: { unit: 'line' } })
  })

  it('needs no blank lines', () => {
    const text = 'a?\nA. b\nB. c\nANSWER: A\nEXPLANATION: d\ne?\nf?\nA. g\nB. h\nANSWER: B\ni?\nA. j\nB. k\nANSWER: A'
    expect(readOf(text).drafts.map(shortOf)).toEqual([
      [1, 'a?', ['b', 'c'], [0]],
      [6, 'e?\nf?', ['g', 'h'], [1]],
      [11, 'i?', ['j', 'k'], [0]],
    ])
    expect(readOf(text).drafts[0]?.explanation).toBe('d')
  })

  it('may have blank lines anywhere', () => {
    const text = '\n\na?\n\nA. b\n\nB. c\n\n\nANSWER: A\n\nFEEDBACK: d\n\ne?\r\nA. f\r\nB. g\r\nANSWER: B'
    expect(readOf(text).drafts.map(shortOf)).toEqual([
      [3, 'a?', ['b', 'c'], [0]],
      [14, 'e?', ['f', 'g'], [1]],
    ])
    expect(readOf(text).drafts[0]?.explanation).toBe('d')
  })

  it('has letters in sentences where it is not their turn', () => {
    const text = 'A. fumigatus grows.\nC. albicans does not. Which drug?\nA. b\nB. c\nD. d\nC. e\nANSWER: C'
    expect(readOf(text).drafts.map(shortOf)).toEqual([
      [1, 'A. fumigatus grows.\nC. albicans does not. Which drug?', ['b', 'c D. d', 'e'], [2]],
    ])
  })

  it('may have its explanation before its answer', () => {
    expect(readOf('a?\nA. b\nB. c\nEXPLANATION: d\ne\nANSWER: B\nf?\nA. g\nB. h\nANSWER: A').drafts).toMatchObject([
      { correct: [1], explanation: 'd\ne' },
      { stem: 'f?', correct: [0], explanation: '' },
    ])
  })

  it('has up to fifteen options', () => {
    const options = Array.from('ABCDEFGHIJKLMNO').map((letter) => `${letter}. ${letter.toLowerCase()}`)
    expect(readOf(`q\n${options.join('\n')}\nANSWER: O`).drafts[0]).toMatchObject({ correct: [14] })
  })

  it.each([
    ['B', [1]],
    ['b', [1]],
    ['B.', [1]],
    ['(B)', [1]],
    ['B) c', [1]],
    ['B. A cold', [1]],
    ['A and B', [0, 1]],
    ['B,A', [0, 1]],
    ['A B', [0, 1]],
    ['AB', [0, 1]],
    ['A, A', [0]],
    ['N', [13]],
    ['', []],
  ])('may have the key %j', (key, correct) => {
    expect(readOf(`q\nA. b\nB. c\nANSWER: ${key}`)).toMatchObject({ drafts: [{ correct }], faults: [] })
  })

  it.each(['Z', '2', 'COLD', 'Bed rest', 'bad'])('cannot have the key %j', (key) => {
    expect(readOf(`\nq\nA. b\nB. c\nANSWER: ${key}`)).toEqual({
      ...{ kind: 'drafts', drafts: [] },
      faults: [{ kind: 'keyNotAnOption', place: { unit: 'line', at: 2 }, detail: key }],
    })
  })

  it('keeps a question without its answer, and those after it', () => {
    expect(readOf('a?\nA. b\nB. c\n\nd?\nA. e\nB. f\nANSWER: A').drafts.map(shortOf)).toEqual([
      [1, 'a?', ['b', 'c'], []],
      [5, 'd?', ['e', 'f'], [0]],
    ])
  })

  it('keeps options without their question', () => {
    expect(readOf('A. b\nB. c\nANSWER: A\nA. d\nB. e\nANSWER: B').drafts.map(shortOf)).toEqual([
      [1, '', ['b', 'c'], [0]],
      [4, '', ['d', 'e'], [1]],
    ])
  })

  it('tells of answers without a question and of text without options', () => {
    const text = 'ANSWER: A\na?\nA. b\nB. c\nANSWER: A\nANSWER: B\nd?\nANSWER: A\n\nThe end.'
    const { drafts, faults } = readOf(text)
    expect(drafts).toHaveLength(1)
    expect(faults.map(({ kind, place, detail }) => [kind, place.at, detail])).toEqual([
      ['syntax', 1, 'ANSWER: A'],
      ['syntax', 6, 'ANSWER: B'],
      ['syntax', 7, 'd?'],
      ['syntax', 10, 'The end.'],
    ])
  })

  it.each([
    [' \n', 'empty'],
    ['Dear all,\n\nthe exam is on Friday.', 'unknownFormat'],
  ])('needs questions: %j', (text, kind) => {
    expect(readAiken(text)).toMatchObject({ ok: false, failure: { kind } })
  })
})

describe('Aiken', () => {
  it.each([file, 'a\r\nA) b\r\nB) c\r\nANSWER: A\r\n', 'a\nA. b\nAnswer: A, B', ' A. b\n ANSWER:C. d'])(
    'is told by options and an answer: %j',
    (text) => {
      expect(isAiken(text)).toBe(true)
    },
  )

  it.each([
    '',
    'a {=b ~c}',
    'q\n1. a\n2. b\nAnswer: 1',
    'ANSWER: A',
    'A. b\nAnswer: Aspirin',
    '"q\nA. b\nAnswer: A"\n',
  ])('is not seen in %j', (text) => {
    expect(isAiken(text)).toBe(false)
  })
})

describe('any text', () => {
  it.each([
    ['options', `a\n${'A. b\nB. c\n'.repeat(100_000)}`],
    ['answers', 'ANSWER: A\n'.repeat(100_000)],
    ['explanations', `a\nA. b\n${'FEEDBACK: c\nd\n'.repeat(100_000)}`],
    ['an explanation', `a\nA. b\nANSWER: A\nFEEDBACK: c\n${'d\n'.repeat(300_000)}A. e\nB. f`],
    ['a key', `a\nA. b\nANSWER: ${'A and '.repeat(100_000)}`],
    ['blanks', `A. b\nANSWER:${' \t'.repeat(300_000)}${'\n'.repeat(300_000)}`],
    ['letters', 'A'.repeat(500_000)],
  ])(
    'is read in a time that grows with its length: %s',
    (_, text) => {
      isAiken(text)
      expect(() => readAiken(text)).not.toThrow()
    },
    60_000,
  )

  it('is read to places that lie within the file', () => {
    const inserts = ['\n', '\n\n', '\r', 'A. ', 'B) ', 'ANSWER:', 'ANSWER: B\n', 'EXPLANATION: ', '\ufeff', ' ']
    fc.assert(
      fc.property(editedText(file, inserts), (text) => {
        const read = readAiken(text)
        if (!read.ok) return
        const lines = text.split(/\r\n?|\n/).length
        for (const { place } of [...read.value.drafts, ...read.value.faults]) {
          expect(place.unit).toBe('line')
          expect(place.at).toBeGreaterThanOrEqual(1)
          expect(place.at).toBeLessThanOrEqual(lines)
        }
      }),
      { seed: 20_260_103, numRuns: 200 },
    )
  })
})

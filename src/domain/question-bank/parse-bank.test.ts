import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import sample from '../../../public/banks/munjin-sample.json' with { type: 'json' }
import { parseBank } from './parse-bank.ts'
import { aBank, aBankFile, aQuestion } from '#testing/builders/questions.ts'

function faultsOf(data: unknown): readonly (readonly [string, string])[] {
  const parsed = parseBank(data)
  return parsed.ok ? [] : parsed.failure.map(({ kind, path }) => [kind, path])
}

describe('a bank', () => {
  it('is read as it is written', () => {
    expect(parseBank(aBankFile())).toEqual({ ok: true, value: aBank() })
  })

  it('may hold questions that have no vignette', () => {
    expect(faultsOf(aBankFile([aQuestion({ stem: '' })]))).toEqual([])
  })

  it('is refused at once when the file is something else', () => {
    expect(faultsOf('hello')).toEqual([['notABank', '']])
    expect(faultsOf({ format: 'anki' })).toEqual([['notABank', '']])
    expect(faultsOf({ ...aBankFile(), version: 2 })).toEqual([['unknownVersion', 'version']])
  })

  it('may leave out what it has nothing to say for', () => {
    const bare = { label: 'A', text: 'gout' }
    const question = {
      ...aQuestion(),
      objective: undefined,
      answers: ['A'],
      options: [bare, { ...bare, label: 'B', text: 'sepsis' }],
    }
    const parsed = parseBank({ ...aBankFile([question]), notice: undefined, title: { ko: '견본' } })
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        notice: null,
        title: { en: '견본', ko: '견본' },
        questions: [{ objective: '', options: [{ rationale: '' }, {}] }],
      },
    })
  })

  it('that comes with the app is without a fault', () => {
    expect(parseBank(sample)).toMatchObject({ ok: true })
  })

  it('that is empty is a fault', () => {
    expect(faultsOf(aBankFile([]))).toEqual([['empty', 'questions']])
  })

  it('needs a source on every question', () => {
    const withoutSource = { ...aQuestion(), source: undefined }
    const blank = aQuestion({ id: 'q2', source: { note: ' ', reviewedAt: null } })
    expect(faultsOf(aBankFile([withoutSource, blank]))).toEqual([
      ['missingSource', 'questions.0.source'],
      ['missingSource', 'questions.1.source.note'],
    ])
  })

  it.each([
    ['two to ten options', { options: aQuestion().options.slice(0, 1), answers: ['A'] }, 'optionCount', 'options'],
    [
      'options in the order of their letters',
      { options: aQuestion().options.toReversed() },
      'labelOrder',
      'options.0.label',
    ],
    ['answers among its options', { answers: ['F'] }, 'answerNotAnOption', 'answers.0'],
    ['an answer', { answers: [] }, 'empty', 'answers'],
    ['a kind that is known', { kind: 'riddle' }, 'unknownValue', 'kind'],
    ['text where text belongs', { leadIn: 3 }, 'wrongType', 'leadIn'],
    ['a lead-in', { leadIn: '' }, 'empty', 'leadIn'],
    ['texts that end', { stem: 'a'.repeat(20_001) }, 'tooLong', 'stem'],
    ['no control characters', { stem: 'a\u0000b' }, 'badCharacter', 'stem'],
    ['an id without blanks', { id: 'q 1' }, 'badId', 'id'],
    ['a day that exists', { source: { note: 'n', reviewedAt: '2026-02-30' } }, 'badDate', 'source.reviewedAt'],
    [
      'options that differ',
      { options: [...aQuestion().options.slice(0, 3), { ...aQuestion().options[0], label: 'D' }] },
      'sameOption',
      'options.3.text',
    ],
  ] as const)('wants %s', (_what, parts, kind, path) => {
    expect(faultsOf(aBankFile([{ ...aQuestion(), ...parts }]))).toContainEqual([kind, `questions.0.${path}`])
  })

  it('has each id once', () => {
    const parsed = parseBank(aBankFile([aQuestion(), aQuestion()]))
    expect(parsed).toEqual({
      ok: false,
      failure: [{ kind: 'duplicateId', question: { index: 1, id: 'q1' }, path: 'questions.1.id' }],
    })
  })

  it('has all its faults listed, the head’s first, each with its question', () => {
    const headless = {
      ...aBankFile([{ ...aQuestion({ id: 'x' }), answers: ['J'], keyStatus: 'sure' }, null]),
      licence: undefined,
    }
    const parsed = parseBank(headless)
    expect(parsed.ok ? [] : parsed.failure).toEqual([
      { kind: 'missing', question: null, path: 'licence' },
      { kind: 'unknownValue', question: { index: 0, id: 'x' }, path: 'questions.0.keyStatus' },
      { kind: 'answerNotAnOption', question: { index: 0, id: 'x' }, path: 'questions.0.answers.0' },
      { kind: 'wrongType', question: { index: 1, id: null }, path: 'questions.1' },
    ])
  })

  it('never throws, whatever the file holds', () => {
    const question = fc.oneof(fc.anything(), fc.record({ ...mapped(aQuestion()) }, { requiredKeys: [] }))
    fc.assert(
      fc.property(fc.array(question), fc.object(), (questions, extra) => {
        expect(() => parseBank({ ...aBankFile(questions), ...extra })).not.toThrow()
      }),
    )
  })
})

/** Each field is right or anything at all. */
function mapped(question: object): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(
    Object.entries(question).map(([key, value]) => [key, fc.oneof(fc.constant<unknown>(value), fc.anything())]),
  )
}

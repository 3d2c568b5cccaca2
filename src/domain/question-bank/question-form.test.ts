import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { banks } from '#testing/builders/arbitrary-banks.ts'
import { aQuestion, options } from '#testing/builders/questions.ts'
import type { QuestionForm } from './question-form.ts'
import { formOf, newForm, questionOf } from './question-form.ts'

function faultsOf(changes: Partial<QuestionForm>): readonly string[] {
  const result = questionOf({ ...formOf(aQuestion()), ...changes })
  return result.ok ? [] : result.failure.map(({ field, kind }) => `${field} ${kind}`)
}

const option = (text: string, isKey = false) => ({ text, rationale: '', isKey })

describe('the form of a question', () => {
  it('gives the question back that it was made of', () => {
    const question = aQuestion({ tags: ['chest pain', 'ER'], answers: ['A', 'C'], group: { id: 'g', theme: 'Pain' } })
    expect(questionOf(formOf(question))).toEqual({ ok: true, value: question })
  })

  it('gives any question back, blanks at the ends of its texts aside', () => {
    fc.assert(
      fc.property(banks, ({ questions: [question] }) => {
        if (question === undefined) throw new Error('an empty bank')
        const read = questionOf(formOf(question))
        const texts = question.options.map(({ text }) => text.normalize('NFC').trim())
        expect(read.ok && read.value.options.map(({ text }) => text)).toEqual(texts)
        expect(read.ok && read.value.answers).toEqual(question.answers)
      }),
    )
  })

  it('that is new asks for everything that a question must have', () => {
    const result = questionOf(newForm({ id: 'new', language: 'ko', source: '' }))
    expect(!result.ok && result.failure.map(({ field, kind }) => `${field} ${kind}`)).toEqual([
      'leadIn empty',
      'options optionCount',
      'answers empty',
      'source missingSource',
    ])
  })

  it.each<readonly [string, Partial<QuestionForm>, readonly string[]]>([
    ['no question', { leadIn: ' ' }, ['leadIn empty']],
    ['no subject', { subject: '' }, ['subject empty']],
    ['a control character', { stem: 'bell \u0007' }, ['stem badCharacter']],
    ['one option', { options: [option('gout', true), option('')] }, ['options optionCount']],
    ['an empty option', { options: [option('gout', true), option(''), option('sepsis')] }, ['options.1.text empty']],
    ['the same option twice', { options: [option('gout', true), option('gout ')] }, ['options.1.text sameOption']],
    ['no key', { options: [option('gout'), option('sepsis')] }, ['answers empty']],
    ['a long text', { explanation: 'x'.repeat(20_001) }, ['explanation tooLong']],
    [
      'too many options',
      { options: Array.from({ length: 16 }, (_, index) => option(`${index}`, index === 0)) },
      ['options optionCount'],
    ],
  ])('names what is wrong with %s', (_, changes, expected) => {
    expect(faultsOf(changes)).toEqual(expect.arrayContaining([...expected]))
  })

  it('takes blank options at the end for none, and tags between commas', () => {
    const form = { ...formOf(aQuestion({ options: options('gout', 'sepsis'), answers: ['A'] })), tags: 'a b, c,, c ' }
    const read = questionOf({ ...form, options: [...form.options, option(''), option(' ')] })
    expect(read).toMatchObject({
      ok: true,
      value: { options: [{ text: 'gout' }, { text: 'sepsis' }], tags: ['a b', 'c'] },
    })
  })
})

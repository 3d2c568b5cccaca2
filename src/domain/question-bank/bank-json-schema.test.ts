import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import schema from '../../../public/banks/munjin-bank.schema.json' with { type: 'json' }
import sample from '../../../public/banks/munjin-sample.json' with { type: 'json' }
import { aBankFile, aQuestion } from '#testing/builders/questions.ts'
import { parseBank } from './parse-bank.ts'
import { keyStatuses, optionLabels, questionKinds } from './question.ts'

const isValid = new Ajv2020().compile(schema)

describe('the JSON Schema of the bank format', () => {
  it('takes the bank that comes with the app, and one that says all there is to say', () => {
    const full = aQuestion({ group: { id: 'g1', theme: 'Joints' }, tags: ['rheuma'], keyNote: 'After an objection.' })
    expect([isValid(sample), isValid(aBankFile([full]))]).toEqual([true, true])
  })

  it('knows the same labels, kinds and states of a key as the app', () => {
    const { label, question } = schema.$defs
    expect(label.enum).toEqual(optionLabels)
    expect(question.properties.kind.enum).toEqual(questionKinds)
    expect(question.properties.keyStatus.enum).toEqual(keyStatuses)
  })

  it.each<readonly [string, unknown]>([
    ['no id', { ...aQuestion(), id: undefined }],
    ['an id with a space', aQuestion({ id: 'q 1' })],
    ['one option', { ...aQuestion(), options: aQuestion().options.slice(0, 1) }],
    ['a lead-in of spaces', aQuestion({ leadIn: '  ' })],
    ['a kind of its own', { ...aQuestion(), kind: 'riddle' }],
    ['no answer', aQuestion({ answers: [] })],
    ['a control character', aQuestion({ stem: 'a\u0000b' })],
    ['no source', { ...aQuestion(), source: undefined }],
    ['a tag that is empty', aQuestion({ tags: [''] })],
  ])('and the app refuse a question with %s', (_, question) => {
    const file: unknown = JSON.parse(JSON.stringify(aBankFile([question])))
    expect([isValid(file), parseBank(file).ok]).toEqual([false, false])
  })
})

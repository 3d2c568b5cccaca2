import fc from 'fast-check'
import type { Question, QuestionBank } from '#domain/question-bank/question.ts'
import { keyStatuses, optionLabels, questionKinds } from '#domain/question-bank/question.ts'
import { aBank } from './questions.ts'

// For properties: banks with every kind of text that the format allows.

const letters = Array.from('abcXYZ 가나다힣\n\t,;"\'=+-@#<>&|①µ😀')
const text = fc.string({ unit: fc.constantFrom(...letters), maxLength: 30 })
const filled = text.filter((written) => /\S/.test(written))
const bare = filled.map((written) => written.trim())

const question: fc.Arbitrary<Question> = fc
  .record({
    stem: text,
    leadIn: bare,
    texts: fc.uniqueArray(bare, { minLength: 2, maxLength: 6 }),
    rationale: text,
    answer: fc.nat(),
    tags: fc.uniqueArray(filled, { maxLength: 3 }),
    kind: fc.constantFrom(...questionKinds),
    keyStatus: fc.constantFrom(...keyStatuses),
    language: fc.constantFrom('ko' as const, 'en' as const),
    group: fc.option(fc.record({ id: fc.constant('g1'), theme: text })),
    figureMissing: fc.boolean(),
  })
  .map(({ texts, rationale, answer, ...rest }) => {
    const options = texts.flatMap((written, index) => {
      const label = optionLabels[index]
      return label === undefined ? [] : [{ label, text: written, rationale }]
    })
    return {
      ...rest,
      ...{ id: 'q', subject: 'cardiology', keyNote: '', objective: rationale, explanation: rationale, options },
      answers: [optionLabels[answer % options.length] ?? 'A'],
      source: { note: 'Written for this test.', reviewedAt: null },
    }
  })

export const banks: fc.Arbitrary<QuestionBank> = fc
  .array(question, { minLength: 1, maxLength: 5 })
  .map((questions) => aBank(questions.map((each, index) => ({ ...each, id: `q${index}` }))))

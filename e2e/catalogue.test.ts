import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseBank } from '#domain/question-bank/parse-bank.ts'
import { questionPrompt } from '#domain/question-bank/question-prompt.ts'
import { renderPrompt } from '#domain/conversation/chat-template.ts'
import { embeddedModel } from './support/catalogue.ts'
import { referenceAnswers } from './support/greedy-reference.ts'
import { projectRoot } from './support/paths.ts'
import bankFile from '../public/banks/munjin-sample.json' with { type: 'json' }

const model = embeddedModel()

describe('what is shipped', () => {
  it.each([...model.files, ...model.libraries])('$path has the size and the SHA-256 of the catalogue', (file) => {
    const bytes = readFileSync(join(projectRoot, 'public', model.base, file.path))
    expect(bytes.length).toBe(file.bytes)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256)
  })

  it('has a sample bank of at least 120 items, half in each language, each with a source and rationales', () => {
    const parsed = parseBank(bankFile)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure))
    const { questions } = parsed.value
    const inKorean = questions.filter(({ language }) => language === 'ko').length
    expect(questions.length).toBeGreaterThanOrEqual(120)
    expect(inKorean * 2).toBe(questions.length)
    expect(questions.filter(({ source }) => source.note === '')).toEqual([])
    expect(questions.filter(({ options }) => options.some(({ rationale }) => rationale === ''))).toEqual([])
  })

  it('has reference answers to exactly the prompts that the app sends for its bank', () => {
    const parsed = parseBank(bankFile)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure))
    const prompts = parsed.value.questions.map((question) => ({
      id: question.id,
      prompt: renderPrompt([{ role: 'user', content: questionPrompt(question) }], { thinking: true }),
    }))
    expect(prompts).toEqual(referenceAnswers.map(({ id, prompt }) => ({ id, prompt })))
  })
})

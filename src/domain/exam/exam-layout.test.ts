import { describe, expect, it } from 'vitest'
import { aLayout, aLayoutsFile, aPassRule } from '#testing/builders/exams.ts'
import file from '../../../public/reference/exam-layouts.json' with { type: 'json' }
import type { ExamLayout } from './exam-layout.ts'
import { isComplete, itemsOf, itemsOfSession, parseExamLayouts } from './exam-layout.ts'

const law = aLayout([{ law: 2 }], { passRule: aPassRule({ law: ['law'] }) })

function shipped(): readonly ExamLayout[] {
  const parsed = parseExamLayouts(file)
  if (!parsed.ok) throw new Error(parsed.failure)
  return parsed.value.layouts
}

function failureOf(layouts: readonly unknown[]): string | null {
  const parsed = parseExamLayouts(aLayoutsFile(layouts))
  return parsed.ok ? null : parsed.failure
}

describe('the layouts that come with the app', () => {
  it.each([
    ['kmle-2022', [80, 80, 80, 80]],
    ['kmle-2017', [80, 280]],
    ['nurse-2020', [105, 105, 85]],
    ['nurse-2028', [101, 99]],
    ['pharmacist-2026', [100, 90, 77, 83]],
    ['pharmacist-2015', [100, 90, 77, 83]],
    ['usmle-step1-2020', [40, 40, 40, 40, 40, 40, 40]],
    ['practice-kmle-half', [40, 40, 40, 40]],
    ['practice-usmle-block-40', [40]],
    ['practice-ko-40', [20, 20]],
  ])('%s asks as many questions in each sitting as was published', (id, counts) => {
    const layout = shipped().find((one) => one.id === id)
    expect(layout?.sessions.map(itemsOfSession)).toEqual(counts)
  })

  it('asks 320 questions in the Korean medical examination, and 360 before 2022', () => {
    const all = new Map(shipped().map((layout) => [layout.id, layout]))
    const sums = ['kmle-2022', 'kmle-2017']
      .map((id) => all.get(id))
      .map((one) => (one === undefined ? 0 : itemsOf(one)))
    expect(sums).toEqual([320, 360])
  })

  it('judges every section of a Korean examination in exactly one subject', () => {
    const judgedBySubject = shipped().filter(({ passRule }) => (passRule?.perSubject ?? null) !== null)
    expect(judgedBySubject.length).toBeGreaterThan(5)
    for (const { sessions, passRule } of judgedBySubject) {
      const asked = new Set(sessions.flatMap(({ sections }) => sections.map(({ subject }) => subject)))
      const judged = passRule?.subjects.flatMap(({ sections }) => sections)
      expect(judged?.toSorted()).toEqual([...asked].sort())
      expect(passRule).toMatchObject({ total: 0.6, perSubject: 0.4 })
    }
  })

  it('gives no pass rule to examinations that are judged by an unpublished scale', () => {
    const withRule = shipped().filter(({ passRule }) => passRule !== null)
    expect(withRule.filter(({ exam }) => exam.startsWith('usmle'))).toEqual([])
  })

  it('has one layout that nobody can imitate yet', () => {
    expect(
      shipped()
        .filter((layout) => !isComplete(layout))
        .map(({ id }) => id),
    ).toEqual(['dentist-2023'])
  })
})

describe('reading layouts', () => {
  it('takes what is right', () => {
    expect(failureOf([law])).toBeNull()
  })

  it('names the field that is wrong', () => {
    const broken = { ...law, sessions: [{ ...law.sessions[0], minutes: 'long' }] }
    expect(failureOf([law, broken])).toMatch(/^layouts\.1\.sessions\.0\.minutes: /)
  })

  it.each([
    ['of another format', { ...aLayoutsFile([]), format: 'munjin-bank' }, /^format: /],
    ['of a later version', { ...aLayoutsFile([]), version: 2 }, /^version: /],
    ['without its notice', { ...aLayoutsFile([]), notice: undefined }, /^notice: /],
    ['that is no object', null, /^layouts: /],
  ])('refuses a file %s', (_, data, failure) => {
    expect(parseExamLayouts(data)).toMatchObject({ ok: false, failure: expect.stringMatching(failure) as string })
  })

  it('refuses a subject of a section that is not asked: it would always be passed', () => {
    expect(failureOf([{ ...law, passRule: aPassRule({ law: ['lwa'] }) }])).toContain('does not ask')
  })

  it('refuses a section that counts for two subjects', () => {
    expect(failureOf([{ ...law, passRule: aPassRule({ a: ['law'], b: ['law'] }) }])).toContain('one twice')
  })

  it('refuses a layout that ends before it begins, and two of one id', () => {
    expect(failureOf([{ ...law, validTo: '2025-12-31' }])).toContain('ends before it begins')
    expect(failureOf([law, law])).toContain('two layouts have one id')
  })
})

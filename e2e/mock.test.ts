import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import type { AppPage, Language } from './support/app-page.ts'
import { openApp } from './support/app-page.ts'
import { axeFindings } from './support/axe.ts'
import { pressByKeyboard, tabTo } from './support/by-keyboard.ts'
import type { InventedExam } from './support/invented-exam.ts'
import { inventExam } from './support/invented-exam.ts'
import { button } from './support/journeys.ts'
import { screenshotFolder } from './support/paths.ts'
import { say } from './support/words.ts'

let app: AppPage

afterEach(async () => {
  await app.close()
})

/** What a student is to do at an item, by its place in the whole examination: most are answered, most of those rightly. */
type Plan = (place: number) => 'right' | 'wrong' | 'nothing'

/** Brings the exam's file and opens the start page with its bank. */
async function bring(language: Language, exam: InventedExam, count: number): Promise<void> {
  app = await openApp({ language, serviceWorkers: 'block', webgpu: false })
  const { page } = app
  await app.visit('/banks')
  await page.getByLabel(say(language, 'banks.bring.pick')).setInputFiles(exam.file)
  await pressByKeyboard(page, button(page, say(language, 'banks.preview.save', { count })))
  await pressByKeyboard(page, button(page, say(language, 'banks.bring.solve')))
}

/** Chooses a layout of the list by typing its name, as a keyboard does, and starts the mock. */
async function startMock(page: Page, language: Language, layout: string): Promise<void> {
  await pressByKeyboard(page, page.locator('summary', { hasText: say(language, 'quiz.mock.title') }))
  const field = page.getByLabel(say(language, 'quiz.mock.layout'), { exact: true })
  await tabTo(page, field)
  for (let step = 0; step < 20; step += 1) {
    if ((await field.inputValue()) === layout) break
    await page.keyboard.press('ArrowDown')
  }
  expect(await field.inputValue()).toBe(layout)
  await pressByKeyboard(page, button(page, say(language, 'quiz.mock.begin')))
}

async function said(page: Page): Promise<string> {
  return (await page.locator('main article p').first().innerText()).trim()
}

/** Works through the items of a block from the one on screen, and says how each was answered. */
async function answerBlock(
  page: Page,
  exam: InventedExam,
  { from, to, plan }: { readonly from: number; readonly to: number; readonly plan: Plan },
  right: Map<string, boolean>,
): Promise<void> {
  for (let place = from; place < to; place += 1) {
    const question = await said(page)
    const key = exam.keys.get(question) ?? ''
    const wish = plan(place)
    right.set(question, wish === 'right')
    if (wish === 'right') await page.keyboard.press(key.toLowerCase())
    if (wish === 'wrong') await page.keyboard.press(key === 'A' ? 'b' : 'a')
    if (place % 40 === 7) await page.keyboard.press('f')
    if (place < to - 1) {
      await page.keyboard.press('n')
      await page.waitForFunction(
        (before) => document.querySelector('main article p')?.textContent.trim() !== before,
        question,
      )
    }
  }
}

async function handIn(page: Page, language: Language): Promise<void> {
  await pressByKeyboard(page, button(page, say(language, 'quiz.question.handIn')).last())
  await pressByKeyboard(
    page,
    page.getByRole('dialog').getByRole('button', { name: say(language, 'quiz.handIn.confirm'), exact: true }),
  )
}

/** Comes back to a session that was left, and goes on with it. */
async function comeBack(page: Page, language: Language): Promise<void> {
  await pressByKeyboard(page, button(page, say(language, 'quiz.resume.go')))
  await pressByKeyboard(page, button(page, say(language, 'quiz.cover.go')))
}

describe('a whole Korean mock', () => {
  it('of 320 items is taken by keyboard alone, through a reload and a killed tab, and judged as by hand', async () => {
    const language = 'ko'
    const exam = inventExam(language, { law: 20, general: 60, particular: 240 })
    await bring(language, exam, 320)
    let { page } = app
    await startMock(page, language, 'kmle-2022')
    const right = new Map<string, boolean>()
    // Of the law, whose items come first, two in three are wrong: the total is reached and the subject is not.
    const plan: Plan = (place) =>
      place < 20
        ? place % 3 === 0
          ? 'right'
          : 'wrong'
        : place % 16 === 5
          ? 'nothing'
          : place % 4 === 3
            ? 'wrong'
            : 'right'

    for (let block = 0; block < 4; block += 1) {
      const first = block * 80
      await pressByKeyboard(page, button(page, say(language, 'quiz.cover.beginNamed', { name: `${block + 1}교시` })))
      await page.locator('main article p').first().waitFor()
      if (block === 0) {
        expect(await axeFindings(page)).toEqual([])
        await app.shoot('mock-ko-question')
        await answerBlock(page, exam, { from: 0, to: 25, plan }, right)
        await page.reload()
        await comeBack(page, language)
        await answerBlock(page, exam, { from: 24, to: 80, plan }, right)
      } else if (block === 2) {
        await answerBlock(page, exam, { from: first, to: first + 31, plan }, right)
        await page.goto('chrome://crash').catch(() => null)
        await page.close()
        page = await app.context.newPage()
        await page.goto(`${app.server.url}#/quiz`)
        await comeBack(page, language)
        await answerBlock(page, exam, { from: first + 30, to: first + 80, plan }, right)
      } else await answerBlock(page, exam, { from: first, to: first + 80, plan }, right)
      await handIn(page, language)
    }

    await page.getByRole('heading', { name: say(language, 'quiz.result.title'), exact: true }).waitFor()
    const count = (subject: string): number =>
      [...right].filter(([question, isRight]) => isRight && exam.subjects.get(question) === subject).length
    const [law, general, particular] = ['law', 'general', 'particular'].map(count)
    const total = [law, general, particular].reduce((sum: number, one) => sum + (one ?? 0), 0)
    expect(right.size).toBe(320)
    const rows = page.getByRole('table', { name: say(language, 'quiz.judge.caption') }).getByRole('row')
    await rows.first().waitFor()
    // 192 of 320 are 60 %; 8 of 20, 24 of 60 and 96 of 240 are 40 %.
    expect(await rows.allInnerTexts()).toEqual([
      expect.any(String),
      expect.stringMatching(new RegExp(`192\\s+${total}/320\\s+통과`)),
      expect.stringMatching(new RegExp(`8\\s+${law}/20\\s+과락`)),
      expect.stringMatching(new RegExp(`24\\s+${general}/60\\s+통과`)),
      expect.stringMatching(new RegExp(`96\\s+${particular}/240\\s+통과`)),
    ])
    await page.getByRole('heading', { name: say(language, 'quiz.judge.failed'), exact: true }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.screenshot({ path: join(screenshotFolder, 'mock-ko-result.png'), fullPage: true })
    expect(app.errors).toEqual([])
  })
})

describe('a block of USMLE', () => {
  it('of 40 items is taken by keyboard alone, through a reload', async () => {
    const language = 'en'
    const exam = inventExam(language, { mixed: 40 })
    await bring(language, exam, 40)
    const { page } = app
    await startMock(page, language, 'practice-usmle-block-40')
    const right = new Map<string, boolean>()
    const plan: Plan = (place) => (place % 10 === 9 ? 'nothing' : place % 3 === 0 ? 'wrong' : 'right')
    await pressByKeyboard(page, page.locator('main section').getByRole('button', { name: /^Start/ }))
    await answerBlock(page, exam, { from: 0, to: 17, plan }, right)
    await page.reload()
    await comeBack(page, language)
    await answerBlock(page, exam, { from: 16, to: 40, plan }, right)
    await handIn(page, language)
    const score = say(language, 'quiz.result.score', {
      right: [...right.values()].filter(Boolean).length,
      answered: 40,
    })
    await page.getByText(score).waitFor()
    await page.getByText(say(language, 'quiz.judge.noRule')).waitFor()
    expect(app.errors).toEqual([])
  })
})

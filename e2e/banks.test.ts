import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import type { AppPage, Language } from './support/app-page.ts'
import { openApp } from './support/app-page.ts'
import { axeFindings } from './support/axe.ts'
import { button } from './support/journeys.ts'
import { say } from './support/words.ts'

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../src/testing/fixtures/imports/${name}`, import.meta.url))

let app: AppPage

afterEach(async () => {
  await app.close()
})

async function open(language: Language): Promise<void> {
  app = await openApp({ language, serviceWorkers: 'block', webgpu: false })
  await app.visit('/banks')
}

/** Chooses a file and waits until it was read. */
async function bring(language: Language, file: string | { name: string; text: string }): Promise<void> {
  const field = app.page.getByLabel(say(language, 'banks.bring.pick'))
  await field.setInputFiles(
    typeof file === 'string'
      ? fixture(file)
      : { name: file.name, mimeType: 'application/octet-stream', buffer: Buffer.from(file.text) },
  )
}

async function keep(language: Language, count: number): Promise<void> {
  await button(app.page, say(language, 'banks.preview.save', { count })).click()
  await button(app.page, say(language, 'banks.bring.solve')).waitFor()
}

describe.each<Language>(['ko', 'en'])('a question file in %s', (language) => {
  it('is looked at, kept, practised with, and there after a reload', async () => {
    await open(language)
    const { page } = app
    await bring(language, 'snappy.parquet')
    await page.getByText('괴혈병').waitFor()
    for (const width of [1440, 820, 390]) {
      await page.setViewportSize({ width, height: 900 })
      await app.shoot(`banks-${language}-preview-${width}`)
      expect(await axeFindings(page)).toEqual([])
    }
    await keep(language, 12)
    await app.shoot(`banks-${language}-kept`)
    await page.reload()
    await button(page, say(language, 'banks.list.solveThing', { name: 'snappy' })).click()
    await page
      .getByRole('heading', { name: say(language, 'quiz.start.bank_other', { title: 'snappy', count: 12 }) })
      .waitFor()
    await page.getByRole('radio', { name: '5', exact: true }).check()
    await button(page, say(language, 'quiz.start.begin')).click()
    await page.getByRole('heading', { name: say(language, 'quiz.question.title', { number: 1, total: 5 }) }).waitFor()
    expect(app.errors).toEqual([])
  })

  it('of Anki is opened by the SQLite that comes with the app', async () => {
    await open(language)
    await bring(language, 'anki-new.apkg')
    await app.page.getByRole('heading', { name: say(language, 'banks.preview.title') }).waitFor()
    await app.shoot(`banks-${language}-anki`)
    expect(app.errors).toEqual([])
  })

  it('that cannot be read is named with its cause, and nothing is kept', async () => {
    await open(language)
    await bring(language, { name: 'notes.txt', text: 'only words' })
    const alert = app.page.getByRole('alert')
    await alert.getByText(say(language, 'banks.failure.unknownFormat')).waitFor()
    expect(await alert.innerText()).toContain('notes.txt')
    expect(await axeFindings(app.page)).toEqual([])
    await app.shoot(`banks-${language}-refused`)
  })

  it('with rows at fault says which, and takes the others', async () => {
    await open(language)
    await bring(language, { name: 'week.csv', text: 'question,A,B,answer\nOne?,gout,sepsis,A\nTwo?,gout,sepsis,\n' })
    await app.page.getByText(say(language, 'banks.faults.title', { count: 1 })).click()
    const row = app.page.getByRole('listitem').filter({ hasText: say(language, 'banks.faults.line', { at: 3 }) })
    expect(await row.innerText()).toContain(say(language, 'banks.faults.noKey'))
    await keep(language, 1)
  })
})

describe('a bank that is removed', () => {
  it('comes back by one press', async () => {
    await open('en')
    await bring('en', { name: 'week.csv', text: 'question,A,B,answer\nOne?,gout,sepsis,A\n' })
    await keep('en', 1)
    const remove = button(app.page, say('en', 'banks.list.removeThing', { name: 'week' }))
    await remove.click()
    await remove.waitFor({ state: 'detached' })
    await button(app.page, say('en', 'banks.list.undo')).click()
    await remove.waitFor()
  })
})

import { fileURLToPath } from 'node:url'
import { openApp } from '../support/app-page.ts'
import { watchLongTasks } from '../support/long-tasks.ts'
import { button } from '../support/journeys.ts'
import { say } from '../support/words.ts'

const rows = 7469
const file = fileURLToPath(new URL('../../src/testing/fixtures/imports/large.parquet', import.meta.url))

/**
 * From choosing a parquet file of 7,469 questions to its preview, and from the wish to keep them to their being kept; with the
 * tasks of the main thread over 50 ms meanwhile.
 */
export async function measureImporting() {
  const app = await openApp({ language: 'ko', serviceWorkers: 'block', webgpu: false })
  const { page } = app
  try {
    await app.visit('/banks')
    const field = page.getByLabel(say('ko', 'banks.bring.pick'))
    await field.waitFor({ state: 'attached' })
    const longTasks = await watchLongTasks(page)
    const chosen = performance.now()
    await field.setInputFiles(file)
    const save = button(page, say('ko', 'banks.preview.save', { count: rows }))
    await save.waitFor()
    const previewMs = performance.now() - chosen
    const readingTasks = await longTasks()
    const asked = performance.now()
    await save.click()
    await button(page, say('ko', 'banks.bring.solve')).waitFor()
    return {
      ...{ rows, barPreviewMs: 2000, previewMs, keptMs: performance.now() - asked },
      ...{ barTasksOver50ms: 0, tasksOver50ms: readingTasks.length, durationsMs: readingTasks },
      keepingTasksMs: (await longTasks()).slice(readingTasks.length),
    }
  } finally {
    await app.close()
  }
}

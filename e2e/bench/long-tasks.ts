import { openApp } from '../support/app-page.ts'
import { button, startModel } from '../support/journeys.ts'
import { watchLongTasks } from '../support/long-tasks.ts'
import { putScriptedModel } from '../support/scripted-model.ts'
import { say } from '../support/words.ts'

const tokensPerSecond = 60

/**
 * Tasks of the main thread over 50 ms while a thought of 2,000 tokens and an answer of 400 stream into the conversation.
 * The worker is scripted, since no model here writes that much: what is measured is the wire, the stores and the drawing.
 */
export async function measureLongTasks() {
  const app = await openApp({ serviceWorkers: 'block' })
  const { page, context } = app
  try {
    await putScriptedModel(context, tokensPerSecond)
    await page.reload()
    await startModel(app, 'ko')
    await app.visit('/ask')
    await page.getByRole('textbox', { name: say('ko', 'ask.composer.label') }).fill('긴 추론을 보여 주세요')
    const longTasks = await watchLongTasks(page)
    const began = performance.now()
    await page.keyboard.press('Enter')
    await button(page, say('ko', 'ask.composer.stop')).waitFor()
    await button(page, say('ko', 'ask.composer.stop')).waitFor({ state: 'detached', timeout: 180_000 })
    const durations = await longTasks()
    return {
      ...{ barTasksOver50ms: 0, tasksOver50ms: durations.length, longestMs: Math.max(0, ...durations) },
      ...{ durationsMs: durations, seconds: (performance.now() - began) / 1000, tokensPerSecond },
    }
  } finally {
    await app.close()
  }
}

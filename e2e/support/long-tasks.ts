import type { Page } from 'playwright-core'

/** Watches the main thread from now on; what it gives says how long each task over 50 ms took so far, in milliseconds. */
export async function watchLongTasks(page: Page): Promise<() => Promise<readonly number[]>> {
  await page.evaluate(() => {
    const seen: number[] = []
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.push(duration)
    }).observe({ type: 'longtask' })
    Object.assign(window, { longTasks: seen })
  })
  return () => page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks)
}

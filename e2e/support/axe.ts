import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds on the page as it is, a line each. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // Not by a script element: the page's policy would rightly refuse it.
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
  )
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target }) => `${impact ?? 'unknown'} ${id}: ${target.join(' ')}`),
  )
}

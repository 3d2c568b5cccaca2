import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { builtHarness } from './paths.ts'

/**
 * Puts the scripted worker in the place of the engine's, for tests that look at screens and speed of drawing: the built
 * app, its wire and its stores stay as they are. The app must be opened with service workers blocked.
 */
export async function putScriptedModel(context: BrowserContext, tokensPerSecond: number): Promise<void> {
  const folder = join(builtHarness, 'assets')
  const name = readdirSync(folder).find((file) => file.startsWith('scripted.worker'))
  if (name === undefined) throw new Error('The harness was built without the scripted worker.')
  const script = `self.tokensPerSecond = ${tokensPerSecond}\n${readFileSync(join(folder, name), 'utf8')}`
  await context.route(/\/assets\/engine\.worker-[\w-]+\.js$/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script }),
  )
}

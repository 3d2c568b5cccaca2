import { join } from 'node:path'
import { build } from 'vite'
import { projectRoot } from './paths.ts'

/** Builds the app as `npm start` does, and beside it the engine harness. */
export async function buildAll(): Promise<void> {
  await build({ root: projectRoot, logLevel: 'warn' })
  await build({ configFile: join(projectRoot, 'e2e/harness/vite.config.ts'), logLevel: 'warn' })
}

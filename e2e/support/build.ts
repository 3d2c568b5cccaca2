import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from './paths.ts'

/** Builds the app as `npm start` does, and beside it the engine harness. */
export function buildAll(): void {
  viteBuild()
  viteBuild('--config', join(projectRoot, 'e2e/harness/vite.config.ts'))
}

/** In a process of its own: a test runner's `NODE_ENV` would make it another build than the one that is shipped. */
function viteBuild(...options: readonly string[]): void {
  const vite = join(projectRoot, 'node_modules/vite/bin/vite.js')
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'warn', ...options], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

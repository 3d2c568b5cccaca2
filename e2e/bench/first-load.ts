import { gzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startBrowser } from '../support/browser.ts'
import { builtApp } from '../support/paths.ts'
import { serveFolder } from '../support/static-server.ts'

/** Gzipped bytes of what a first visit to the start page fetches before a model is chosen: scripts, and beside them the rest. */
export async function measureFirstLoad() {
  const server = await serveFolder(builtApp)
  const browser = await startBrowser()
  // Without its service worker, which fetches the rest for later use in the background.
  const context = await browser.newContext({ serviceWorkers: 'block', locale: 'ko-KR' })
  const page = await context.newPage()
  await page.goto(server.url, { waitUntil: 'networkidle' })
  const files = [...new Set(server.requests)].map((path) => (path === '/' ? '/index.html' : path))
  await browser.close()
  await server.close()
  const sizes = files.map((file) => ({
    file,
    gzipped: gzipSync(readFileSync(join(builtApp, file)), { level: 9 }).length,
  }))
  const sumOf = (ending: RegExp): number =>
    sizes.filter(({ file }) => ending.test(file)).reduce((sum, { gzipped }) => sum + gzipped, 0)
  return {
    barBytes: 130_000,
    scriptBytes: sumOf(/\.js$/),
    styleBytes: sumOf(/\.css$/),
    fontBytes: sumOf(/\.woff2$/),
    files: sizes,
  }
}

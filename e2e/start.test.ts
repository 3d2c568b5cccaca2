import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import {
  contentSecurityPolicyHeader,
  downloaderPage,
  downloaderSecurityPolicyHeader,
} from '#platform/content-security-policy.ts'
import { embeddedModel } from './support/catalogue.ts'
import { builtApp, projectRoot } from './support/paths.ts'

let served: ChildProcess | null = null

afterEach(() => {
  served?.kill()
  served = null
})

/** Starts the second half of `npm start` and gives everything it printed by the time it prints an address. */
function serve(): Promise<string> {
  const vite = join(projectRoot, 'node_modules/vite/bin/vite.js')
  const started = spawn(process.execPath, [vite, 'preview', '--port', '0'], {
    cwd: projectRoot,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  })
  served = started
  return new Promise((resolve, reject) => {
    let printed = ''
    started.stdout.on('data', (data: Buffer) => {
      printed += data.toString()
      // Anything else that belongs to the same message comes in the same moment.
      if (printed.includes('http')) setTimeout(() => resolve(printed), 300)
    })
    started.on('exit', (code) => reject(new Error(`vite preview ended with ${String(code)}`)))
  })
}

describe('npm start', () => {
  it('prints one address, and everything behind it bears the policy', async () => {
    const addresses = (await serve()).match(/http:\/\/\S+/g) ?? []
    expect(addresses).toHaveLength(1)
    const worker = readdirSync(join(builtApp, 'assets')).find((name) => name.startsWith('engine.worker'))
    for (const path of ['', 'sw.js', `assets/${worker ?? ''}`, `${embeddedModel().base}tensor-cache.json`]) {
      const response = await fetch(new URL(path, addresses[0]))
      expect(response.status, path).toBe(200)
      expect(response.headers.get('content-security-policy'), path).toBe(contentSecurityPolicyHeader)
      expect(response.headers.get('referrer-policy'), path).toBe('no-referrer')
    }
    const downloader = await fetch(new URL(downloaderPage, addresses[0]))
    expect(downloader.status).toBe(200)
    expect(downloader.headers.get('content-security-policy')).toBe(downloaderSecurityPolicyHeader)
  })
})

import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const macApps = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * Finds a Chromium: `CHROMIUM_PATH`, then the usual names on the PATH. On Debian, as root, it installs one.
 *
 * @throws with a sentence that says what to install.
 */
export function findChromium(): string {
  const found = lookForChromium()
  if (found !== null) return found
  if (canInstall()) {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'inherit' })
    const installed = lookForChromium()
    if (installed !== null) return installed
  }
  throw new Error(
    'These tests need Chromium or Chrome. Install one (on Debian: apt-get install chromium) or name it in CHROMIUM_PATH.',
  )
}

/** A name that leads to this machine and that browsers do not take for this machine, so that it is not secure over http. */
export const insecureHost = 'munjin.test'

/** Starts a headless browser whose WebGPU runs in software, so that no graphics processor is needed, or is missing. */
export function startBrowser({ webgpu = true }: { readonly webgpu?: boolean } = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      '--headless=new',
      '--no-sandbox',
      ...(webgpu ? ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'] : ['--disable-gpu']),
      `--host-resolver-rules=MAP ${insecureHost} 127.0.0.1`,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}

function lookForChromium(): string | null {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  const candidates = [process.env['CHROMIUM_PATH'], ...onPath, ...macApps]
  return candidates.find((path) => path !== undefined && isExecutable(path)) ?? null
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get')
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

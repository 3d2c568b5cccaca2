import { mkdirSync, rmSync } from 'node:fs'
import { findChromium } from './browser.ts'
import { buildAll } from './build.ts'
import { screenshotFolder } from './paths.ts'

/** Before any journey: a browser must be there, and what is tested is what was just built. */
export default function setup(): void {
  findChromium()
  rmSync(screenshotFolder, { recursive: true, force: true })
  mkdirSync(screenshotFolder, { recursive: true })
  buildAll()
}

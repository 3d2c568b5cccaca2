import { join } from 'node:path'

export const projectRoot = join(import.meta.dirname, '../..')
export const builtApp = join(projectRoot, 'dist')
export const builtHarness = join(projectRoot, 'e2e/output/harness')
export const screenshotFolder = join(projectRoot, 'e2e/output/screens')

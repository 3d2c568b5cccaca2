import { cpus } from 'node:os'
import { measureAccuracy } from './accuracy.ts'
import { measureConversion } from './conversion.ts'
import { measureFirstLoad } from './first-load.ts'
import { measureImporting } from './importing.ts'
import { measureLongTasks } from './long-tasks.ts'
import { measureSpeed } from './speed.ts'
import { buildAll } from '../support/build.ts'

/**
 * `npm run bench` measures what the product must reach and prints one JSON object on standard output.
 * `npm run bench -- accuracy` measures the embedded model's accuracy over the whole sample bank instead (long), and
 * `npm run bench -- conversion` the weight converter, which needs neither the built app nor a browser.
 */
const [asked] = process.argv.slice(2).filter((argument) => argument !== '--')
const wanted: Readonly<Record<string, () => Promise<unknown>>> =
  asked === 'accuracy'
    ? { accuracy: measureAccuracy }
    : asked === 'conversion'
      ? { conversion: measureConversion }
      : { firstLoad: measureFirstLoad, importing: measureImporting, longTasks: measureLongTasks, speed: measureSpeed }

if (asked !== 'conversion') buildAll()
const results: Record<string, unknown> = {
  machine: { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, webgpu: 'SwiftShader (software)' },
}
for (const [name, measure] of Object.entries(wanted)) {
  process.stderr.write(`${name} …\n`)
  results[name] = await measure()
}
process.stdout.write(`${JSON.stringify(results, null, 2)}\n`)

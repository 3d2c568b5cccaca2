import { cpus } from 'node:os'
import { measureAccuracy } from './accuracy.ts'
import { measureFirstLoad } from './first-load.ts'
import { measureLongTasks } from './long-tasks.ts'
import { measureSpeed } from './speed.ts'
import { buildAll } from '../support/build.ts'

/**
 * `npm run bench` measures what the product must reach and prints one JSON object on standard output.
 * `npm run bench -- accuracy` measures the embedded model's accuracy over the whole sample bank instead (long).
 */
const wanted: Readonly<Record<string, () => Promise<unknown>>> = process.argv.includes('accuracy')
  ? { accuracy: measureAccuracy }
  : { firstLoad: measureFirstLoad, longTasks: measureLongTasks, speed: measureSpeed }

buildAll()
const results: Record<string, unknown> = {
  machine: { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, webgpu: 'SwiftShader (software)' },
}
for (const [name, measure] of Object.entries(wanted)) {
  process.stderr.write(`${name} …\n`)
  results[name] = await measure()
}
process.stdout.write(`${JSON.stringify(results, null, 2)}\n`)

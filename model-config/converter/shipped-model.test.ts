import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { embeddedModel } from '../../e2e/support/catalogue.ts'
import { projectRoot } from '../../e2e/support/paths.ts'
import { convertFolder } from './convert-folder.ts'

const model = embeddedModel()
const shipped = join(projectRoot, 'public', model.base)

let to = ''

beforeEach(() => {
  to = mkdtempSync(join(tmpdir(), 'munjin-shipped-'))
})

afterEach(() => rmSync(to, { recursive: true }))

it('the embedded model’s folder is what its checkpoint becomes, with libraries and cards beside it', async () => {
  const ended = await convertFolder({
    ...{ from: join(projectRoot, 'model-config/mini/checkpoint'), to, model: model.id },
    ...{ quantization: 'q4f32_1', contextWindow: model.contextWindow.default, prefillChunk: model.prefillChunk },
    // Small on purpose: with several shards, progress and the repair of a single damaged one can be seen.
    shardCap: 524_288,
    ...{ repository: undefined, revision: undefined, signal: new AbortController().signal },
    ...{ onPlan: () => undefined, onProgress: () => undefined },
  })
  expect(ended).toMatchObject({ ok: true, value: { kind: 'complete' } })
  const made = readdirSync(to)
  const beside = [...model.libraries.map(({ path }) => path), ...Object.values(model.card)]
  expect(readdirSync(shipped).sort()).toEqual([...made, ...beside].sort())
  for (const name of made)
    expect(readFileSync(join(to, name)).equals(readFileSync(join(shipped, name))), name).toBe(true)
})

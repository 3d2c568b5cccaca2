import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { miniAsRepository, miniFiles, miniRepository } from '#testing/builders/mini-as-published.ts'
import type { FakeHub } from '#testing/fakes/fake-hub.ts'
import { startFakeHub } from '#testing/fakes/fake-hub.ts'
import { convertFolder } from '../model-config/converter/convert-folder.ts'
import { button } from './support/journeys.ts'
import type { SupplyApp } from './support/mini-supply.ts'
import {
  getFromAddress,
  getFromFolder,
  getFromHub,
  openSupplyApp,
  readBuilt,
  waitUntilGot,
} from './support/mini-supply.ts'
import { serveFolder } from './support/static-server.ts'
import { say } from './support/words.ts'

const language = 'ko'
const firstWeights = 'model-00001-of-00003.safetensors'
const root = mkdtempSync(join(tmpdir(), 'munjin-wrong-'))
const whole = join(root, 'whole')
const converted = join(root, 'converted')

let app: SupplyApp

beforeAll(async () => {
  mkdirSync(whole)
  for (const [name, bytes] of Object.entries(miniFiles())) writeFileSync(join(whole, name), bytes)
  const ended = await convertFolder({
    ...{ from: whole, to: converted, quantization: 'q4f32_1', model: 'mini' },
    ...{ repository: undefined, revision: undefined, contextWindow: 1024, prefillChunk: 256, shardCap: undefined },
    ...{ signal: new AbortController().signal, onPlan: () => undefined, onProgress: () => undefined },
  })
  expect(ended.ok).toBe(true)
})

afterAll(() => {
  rmSync(root, { recursive: true, force: true })
})

afterEach(async () => {
  await app.close()
})

function copyOf(folder: string, name: string): string {
  const copy = join(root, name)
  cpSync(folder, copy, { recursive: true })
  return copy
}

function folderOf(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(root, name)
  mkdirSync(folder, { recursive: true })
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content)
  return folder
}

describe('a wrong folder', () => {
  it('is refused by name, whatever is wrong with it, and nothing is made', async () => {
    const cases = wrongFolders()
    app = await openSupplyApp({ language })
    await app.visit('/models')
    for (const { folder, sentence } of cases) {
      await getFromFolder(app, folder)
      await app.page.getByText(sentence).waitFor()
      expect(await readBuilt(app.page)).toBeNull()
      await app.page.reload()
      await app.page.locator('main h1').first().waitFor()
      // A folder that was understood before its fault was found has been begun.
      const giveUp = button(app.page, say(language, 'supply.giveUp'))
      await button(app.page, say(language, 'supply.get')).or(giveUp).waitFor()
      if (await giveUp.isVisible()) await giveUp.click()
    }
  })
})

function wrongFolders(): readonly { readonly folder: string; readonly sentence: string }[] {
  const fault = (address: string, slots: Record<string, string | number>): string =>
    say(language, `supply.failure.${address}`, slots)

  const another = copyOf(whole, 'another')
  const config = JSON.parse(readFileSync(join(whole, 'config.json'), 'utf8')) as Record<string, unknown>
  writeFileSync(join(another, 'config.json'), JSON.stringify({ ...config, model_type: 'llama' }))

  const otherSize = copyOf(whole, 'other-size')
  writeFileSync(join(otherSize, 'config.json'), JSON.stringify({ ...config, num_hidden_layers: 7 }))

  const missing = copyOf(whole, 'missing')
  rmSync(join(missing, 'model-00002-of-00003.safetensors'))

  const truncated = copyOf(whole, 'truncated')
  const weights = readFileSync(join(truncated, firstWeights))
  writeFileSync(join(truncated, firstWeights), weights.subarray(0, weights.length - 100))

  const damaged = copyOf(converted, 'damaged')
  const shard = readFileSync(join(damaged, 'params_shard_0.bin'))
  shard[1000] = (shard[1000] ?? 0) ^ 1
  writeFileSync(join(damaged, 'params_shard_0.bin'), shard)

  const field = { file: 'config.json', expected: '', found: '' }
  return [
    {
      folder: another,
      sentence: fault('fault.configField', { ...field, field: 'model_type', expected: 'qwen3', found: 'llama' }),
    },
    {
      folder: otherSize,
      sentence: fault('fault.configField', { ...field, field: 'num_hidden_layers', expected: '6', found: '7' }),
    },
    { folder: missing, sentence: fault('fault.fileMissing', { file: 'model-00002-of-00003.safetensors' }) },
    { folder: truncated, sentence: fault('fault.safetensors', { file: firstWeights }) },
    { folder: damaged, sentence: fault('wrongHash', { file: 'params_shard_0.bin' }) },
    {
      folder: folderOf('gguf', { 'model-q4.gguf': 'GGUF' }),
      sentence: fault('folder.gguf', { file: 'gguf/model-q4.gguf' }),
    },
    {
      folder: folderOf('pickle', { 'config.json': '{}', 'pytorch_model.bin': 'PK\u0003\u0004' }),
      sentence: fault('folder.pickle', { file: 'pickle/pytorch_model.bin' }),
    },
    { folder: folderOf('no-model', { 'notes.txt': 'nothing' }), sentence: fault('folder.noConfig', {}) },
  ]
}

describe('a converted folder', () => {
  it('is taken as it is, its hashes checked', async () => {
    app = await openSupplyApp({ language })
    await app.visit('/models')
    await getFromFolder(app, converted)
    await waitUntilGot(app)
    const manifest = JSON.parse(readFileSync(join(converted, 'munjin-manifest.json'), 'utf8')) as object
    expect(manifest).toMatchObject((await readBuilt(app.page))?.manifest ?? {})
  })
})

describe('an address of a converted folder', () => {
  it('is asked for its files, which are checked like those of a stick', async () => {
    const host = await serveFolder(converted, () => ({ 'access-control-allow-origin': '*' }))
    app = await openSupplyApp({ language })
    await app.visit('/models')
    await getFromAddress(app, host.url)
    await waitUntilGot(app)
    expect((await readBuilt(app.page))?.manifest.quantization).toBe('q4f32_1')
    expect(host.requests).toContain('/munjin-manifest.json')
    await host.close()
  })
})

describe('a disk and tabs that stand in the way', () => {
  let hub: FakeHub

  beforeAll(async () => {
    hub = await startFakeHub({ repositories: { [miniRepository]: miniAsRepository() } })
  })

  afterAll(async () => {
    await hub.close()
  })

  it('a full disk is named, and with room again the same order goes on', async () => {
    app = await openSupplyApp({ language })
    const { page } = app
    await app.visit('/models')
    const devtools = await app.context.newCDPSession(page)
    const origin = new URL(app.server.url).origin
    const { usage } = await devtools.send('Storage.getUsageAndQuota', { origin })
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 1_000_000 })
    await getFromHub(app, hub.url)
    await page.getByText(say(language, 'supply.failure.storageFull')).waitFor({ timeout: 60_000 })
    expect(await readBuilt(page)).toBeNull()
    await app.shoot('supply-ko-disk-full')

    await devtools.send('Storage.overrideQuotaForOrigin', { origin })
    await button(page, say(language, 'supply.goOn')).click()
    await waitUntilGot(app)
  })

  it('a second tab is told that the first one is getting a model', async () => {
    hub.misbehave = ({ stage }) => (stage === 'cdn' ? { kind: 'stall', after: 1000 } : null)
    app = await openSupplyApp({ language })
    await app.visit('/models')
    await getFromHub(app, hub.url)
    await app.page.getByRole('progressbar').waitFor()
    const second = await app.context.newPage()
    await second.goto(`${app.server.url}#/models`)
    await button(second, say(language, 'supply.goOn'))
      .or(button(second, say(language, 'supply.get')))
      .first()
      .waitFor()
    await getFromHub({ ...app, page: second }, hub.url)
    await second.getByText(say(language, 'supply.failure.elsewhere')).waitFor({ timeout: 30_000 })
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readBuiltModels } from '#engine/shelf/built-models.ts'
import type { SupplyFailure } from '#domain/models/supply-failure.ts'
import { aSupplyMachine, pickedFiles, silentReport } from '#testing/builders/supply-machine.ts'
import { tinyBuild, tinyFiles } from '#testing/builders/tiny-as-published.ts'
import type { FakeHub } from '#testing/fakes/fake-hub.ts'
import { startFakeHub } from '#testing/fakes/fake-hub.ts'
import { seededRandom } from '#testing/fakes/hurried-network.ts'
import type { MemoryCaches } from '#testing/fakes/memory-caches.ts'
import { sha256Of } from '#testing/fakes/node-hasher.ts'
import type { SupplySource } from '../supply-port.ts'
import { getModel } from './get-model.ts'
import type { GetNeeds } from './get-needs.ts'

const files = tinyFiles()
const build = tinyBuild()
const { repository } = build.offer
/** The first of its two files of weights. */
const first = Object.keys(files).find((name) => name.endsWith('.safetensors')) ?? ''
let hub: FakeHub

beforeEach(async () => {
  hub = await startFakeHub({
    repositories: {
      [repository]: { commit: 'c'.repeat(40), files: { ...files, 'README.md': new Uint8Array(10) }, largeFrom: 10_000 },
    },
  })
})

afterEach(() => hub.close())

function fromHub(): SupplySource {
  return { kind: 'hub', host: hub.url, repository, revision: 'main' }
}

const get = (source: SupplySource, needs: GetNeeds, signal = new AbortController().signal, report = silentReport) =>
  getModel({ build, source, contextWindow: 1024 }, needs, report, signal)

/** Every file of the one model that is whole on this machine, by name. */
async function kept(caches: MemoryCaches) {
  const models = await readBuiltModels(caches)
  expect(models).toHaveLength(1)
  const [{ version, manifest } = { version: '', manifest: { files: [] } }] = models
  return new Map(
    manifest.files.map(({ name, bytes, sha256 }) => {
      const cache = name === 'mlc-chat-config.json' ? 'webllm/config' : 'webllm/model'
      const found = caches.bytes(cache, `https://models.munjin.invalid/tiny-q4f16_1/resolve/${version}/${name}`)
      expect(found?.length).toBe(bytes)
      expect(sha256Of(found ?? new Uint8Array())).toBe(sha256)
      return [name, found ?? new Uint8Array()] as const
    }),
  )
}

async function failureOf(source: SupplySource): Promise<SupplyFailure | null> {
  const { needs, caches } = aSupplyMachine()
  const got = await get(source, needs)
  expect(await readBuiltModels(caches)).toEqual([])
  return got.ok ? null : got.failure
}

describe('a model from the hub', () => {
  it('is fetched, converted and kept whole, by plain requests for what is needed and nothing else', async () => {
    const { needs, caches } = aSupplyMachine()
    const told: number[] = []
    const got = await get(fromHub(), needs, undefined, { ...silentReport, done: (done) => void told.push(done) })
    expect(got).toMatchObject({ ok: true, value: { buildId: 'tiny-q4f16_1' } })
    expect([...(await kept(caches)).keys()].sort()).toContain('tensor-cache.json')
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(
      hub.requests.every(({ method, headers }) => method === 'GET' && !headers['referer'] && !headers['cookie']),
    ).toBe(true)
    expect(hub.requests.some(({ file }) => file === 'README.md')).toBe(false)
    const manifest = got.ok ? got.value.manifest : null
    expect(manifest?.source).toMatchObject({ repository, revision: 'c'.repeat(40) })
  })

  it('is the same as from a folder, byte for byte', async () => {
    const [one, other] = [aSupplyMachine(), aSupplyMachine()]
    expect((await get(fromHub(), one.needs)).ok).toBe(true)
    expect((await get(pickedFiles(files), other.needs)).ok).toBe(true)
    expect(await kept(one.caches)).toEqual(await kept(other.caches))
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'goes on after power cuts on a bad network, and comes to the same bytes (seed %i)',
    async (seed) => {
      const chance = seededRandom(seed)
      const { needs, caches, workbench } = aSupplyMachine()
      const calm = aSupplyMachine()
      expect((await get(fromHub(), calm.needs)).ok).toBe(true)
      hub.requests.length = 0
      hub.misbehave = ({ stage }) => {
        if (stage === 'api' || chance() < 0.7) return null
        const roll = chance()
        if (roll < 0.4) return { kind: 'cut', after: Math.floor(chance() * 3000) }
        if (roll < 0.6) return { kind: 'status', status: 429, retryAfter: '1' }
        return roll < 0.8 ? { kind: 'status', status: 503 } : { kind: 'hangUp' }
      }
      for (let cuts = 0; cuts < 6; cuts += 1) {
        const stop = new AbortController()
        const parts = 1 + Math.floor(chance() * 8)
        let done = 0
        await get(fromHub(), needs, stop.signal, {
          ...silentReport,
          request({ file, begin, end, bytes }) {
            const isWhole = file.endsWith('.safetensors') && begin !== null && end !== null && bytes >= end - begin
            if (isWhole && (done += 1) >= parts) stop.abort()
          },
        })
        expect(await readBuiltModels(caches)).toEqual([])
        workbench.losePower(chance)
      }
      expect(await get(fromHub(), needs)).toMatchObject({ ok: true })
      expect(await kept(caches)).toEqual(await kept(calm.caches))
    },
    60_000,
  )

  it('ends soon and without a trace of wholeness when it is stopped', async () => {
    const { needs, caches } = aSupplyMachine()
    hub.misbehave = ({ stage }) => (stage === 'cdn' ? { kind: 'silence' } : null)
    const stop = new AbortController()
    const getting = get(fromHub(), needs, stop.signal)
    setTimeout(() => stop.abort(), 200)
    const began = Date.now()
    expect((await getting).ok).toBe(false)
    expect(Date.now() - began).toBeLessThan(1200)
    expect(await readBuiltModels(caches)).toEqual([])
  })
})

describe('a file from the hub whose hash is known', () => {
  /** Weights of the file that is read last, so that everything else is done by then. */
  const last = Object.keys(files).findLast((name) => name.endsWith('.safetensors')) ?? ''
  const flippedAt = (files[last]?.length ?? 0) - 1000

  function flipBits(): void {
    hub.misbehave = ({ stage, file, range }) => {
      const isThere = range !== null && range.begin <= flippedAt && flippedAt < range.end
      return stage === 'cdn' && file === last && isThere ? { kind: 'flip', at: flippedAt - range.begin } : null
    }
  }

  it('is fetched anew, and nothing else, after a bit of it flipped on the way', async () => {
    const { needs, caches, workbench } = aSupplyMachine()
    flipBits()
    expect(await get(fromHub(), needs)).toEqual({ ok: false, failure: { kind: 'wrongHash', file: last } })
    expect(await readBuiltModels(caches)).toEqual([])
    expect(workbench.names()).toContain('order.json')

    hub.misbehave = () => null
    hub.requests.length = 0
    expect(await get(fromHub(), needs)).toMatchObject({ ok: true })
    const fetched = weightsFetched()
    expect(new Set(fetched.map(({ file }) => file))).toEqual(new Set([last]))
    expect(fetched.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(files[last]?.length)
    const calm = aSupplyMachine()
    expect(await get(fromHub(), calm.needs)).toMatchObject({ ok: true })
    expect(await kept(caches)).toEqual(await kept(calm.caches))
  })

  it('is as it was published, so that a shard that was lost later has to come out the same', async () => {
    const { needs, caches, workbench } = aSupplyMachine()
    const got = await get(fromHub(), needs)
    const before = await kept(caches)
    expect(workbench.names()).toEqual(['journal.jsonl'])
    const shard = 'params_shard_5.bin'
    const version = got.ok ? got.value.version : ''
    const url = `https://models.munjin.invalid/tiny-q4f16_1/resolve/${version}/${shard}`
    await (await caches.open('webllm/model')).delete(url)

    hub.requests.length = 0
    hub.misbehave = ({ stage, range }) => (stage === 'cdn' && isOfWeights(range) ? { kind: 'flip', at: 1 } : null)
    expect(await get(fromHub(), needs)).toEqual({ ok: false, failure: { kind: 'wrongHash', file: shard } })
    expect(workbench.names()).toContain('order.json')

    hub.misbehave = () => null
    hub.requests.length = 0
    expect(await get(fromHub(), needs)).toEqual(got)
    expect(await kept(caches)).toEqual(before)
    const bytes = weightsFetched().reduce((sum, one) => sum + one.bytes, 0)
    // 16 bits have become four and a half; a part before it and one behind may hold some of it too.
    const made = before.get(shard)?.length ?? 0
    expect(bytes).toBeGreaterThan(made)
    expect(bytes).toBeLessThan((made * 16) / 4.5 + 2 * 4096)
    expect(workbench.names()).toEqual(['journal.jsonl'])
  })

  /** What was fetched beyond the documents and the headers. */
  function weightsFetched() {
    return hub.requests.flatMap(({ stage, file, range, bytesSent }) =>
      stage === 'cdn' && isOfWeights(range) ? [{ file, bytes: bytesSent }] : [],
    )
  }

  /** A header is asked for by itself, before anything else: its length, and the rest. */
  function isOfWeights(range: FakeHub['requests'][number]['range']): boolean {
    return range !== null && range.end > 8 && range.begin !== 8
  }
})

describe('a model that was converted already', () => {
  it('is copied from a folder, and checked against its manifest', async () => {
    const [one, other] = [aSupplyMachine(), aSupplyMachine()]
    const got = await get(fromHub(), one.needs)
    if (!got.ok) throw new Error(got.failure.kind)
    const manifest = new Uint8Array(new TextEncoder().encode(JSON.stringify(got.value.manifest)))
    const exported = { ...Object.fromEntries(await kept(one.caches)), 'munjin-manifest.json': manifest } as Record<
      string,
      Uint8Array<ArrayBuffer>
    >
    expect(await get(pickedFiles(exported), other.needs)).toMatchObject({ ok: true })
    expect(await kept(other.caches)).toEqual(await kept(one.caches))
    expect(other.workbench.names()).toEqual([])

    const flipped = new Uint8Array(exported['params_shard_1.bin'] ?? [])
    flipped[100] = (flipped[100] ?? 0) ^ 4
    expect(await failureOf(pickedFiles({ ...exported, 'params_shard_1.bin': flipped }))).toEqual({
      kind: 'wrongHash',
      file: 'params_shard_1.bin',
    })
    const lacking = Object.fromEntries(Object.entries(exported).filter(([name]) => name !== 'params_shard_2.bin'))
    expect(await failureOf(pickedFiles(lacking))).toEqual({
      kind: 'notConvertible',
      fault: { kind: 'fileMissing', file: 'params_shard_2.bin' },
    })
  })
})

describe('a wrong folder is refused by name', () => {
  const text = (value: unknown) => new Uint8Array(new TextEncoder().encode(JSON.stringify(value)))
  const config = JSON.parse(new TextDecoder().decode(files['config.json'])) as Record<string, unknown>

  it.each([
    ['another architecture', { ...files, 'config.json': text({ ...config, model_type: 'llama' }) }, 'model_type'],
    ['another size', { ...files, 'config.json': text({ ...config, num_hidden_layers: 9 }) }, 'num_hidden_layers'],
    ['another position base', { ...files, 'config.json': text({ ...config, rope_theta: 5_000_000 }) }, 'rope_theta'],
    ['a truncated file', { ...files, [first]: files[first]?.slice(0, -10) ?? text(0) }, first],
    ['a file that is no safetensors', { ...files, [first]: text('hello there') }, first],
    ['a missing file', Object.fromEntries(Object.entries(files).filter(([name]) => name !== first)), first],
    ['GGUF', { 'model.gguf': text('GGUF') }, 'model.gguf'],
    ['pickle', { 'config.json': text(config), 'pytorch_model.bin': text('PK') }, 'pytorch_model.bin'],
    ['nothing', {}, 'empty'],
    [
      'no tokenizer',
      Object.fromEntries(Object.entries(files).filter(([name]) => name !== 'tokenizer.json')),
      'noTokenizer',
    ],
  ])('%s', async (_, named, word) => {
    const failure = await failureOf(pickedFiles(named))
    expect(JSON.stringify(failure)).toContain(word)
  })
})

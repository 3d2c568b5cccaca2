import { beforeEach, describe, expect, it } from 'vitest'
import { aModel } from '#testing/builders/a-model.ts'
import type { MemoryCaches } from '#testing/fakes/memory-caches.ts'
import { memoryCaches } from '#testing/fakes/memory-caches.ts'
import { cacheKeptFiles } from './cache-kept-files.ts'
import { cacheShelf } from './cache-shelf.ts'
import { cacheBytes } from './kept-bytes.ts'

const address = (id: string, version: string): string => `https://models.munjin.invalid/${id}/resolve/${version}/`

let disk: MemoryCaches

beforeEach(() => {
  disk = memoryCaches()
})

async function put(cache: string, url: string, bytes: number, headers: Record<string, string> = {}): Promise<void> {
  await (await disk.open(cache)).put(url, new Response(new Uint8Array(bytes), { headers }))
}

/** The embedded model of now and of before, a model that was made here, and what was begun of another. */
async function fill(): Promise<void> {
  await put('webllm/config', `${address('mini', '2')}mlc-chat-config.json`, 10, { 'content-length': '10' })
  await put('webllm/model', `${address('mini', '2')}params_shard_0.bin`, 100)
  await put('webllm/wasm', `${address('mini', '1')}model-gpu.wasm`, 50)
  await put('webllm/wasm', `${address('made', 'a')}libraries/made.wasm`, 30)
  await put('munjin/models', `${address('made', 'a')}munjin-manifest.json`, 5)
  await put('webllm/model', `${address('made', 'b')}params_shard_0.bin`, 200)
}

const kept = () => cacheKeptFiles(disk)

describe('the files of models', () => {
  it('are found by their addresses, with the bytes that are really there', async () => {
    await fill()
    // Another app of the same origin keeps a model in WebLLM's caches too.
    await put('webllm/model', 'https://huggingface.co/mlc-ai/other/resolve/main/params_shard_0.bin', 1000)
    expect([...(await kept().list())].sort((a, b) => a.bytes - b.bytes)).toEqual([
      { modelId: 'made', version: 'a', bytes: 35, hasManifest: true },
      { modelId: 'mini', version: '1', bytes: 50, hasManifest: false },
      { modelId: 'mini', version: '2', bytes: 110, hasManifest: false },
      { modelId: 'made', version: 'b', bytes: 200, hasManifest: false },
    ])
    expect(await kept().modelIds()).toEqual(new Set(['made', 'mini']))
  })

  it('are none where there are no caches, and looking makes none', async () => {
    expect(await kept().list()).toEqual([])
    expect(await cacheBytes(disk, 'webllm/model')).toBe(0)
    expect(await disk.has('munjin/models')).toBe(false)
  })

  it('go with their version, and free what they are said to take', async () => {
    await fill()
    const before = disk.totalBytes()
    await kept().remove({ modelId: 'mini', version: '1' })
    expect(before - disk.totalBytes()).toBe(50)
    expect((await kept().list()).map(({ modelId, version }) => `${modelId} ${version}`)).not.toContain('mini 1')
  })

  it('that were begun and never finished go without those that are whole', async () => {
    await fill()
    await kept().removeUnfinished('made')
    const left = (await kept().list()).filter(({ modelId }) => modelId === 'made')
    expect(left).toEqual([{ modelId: 'made', version: 'a', bytes: 35, hasManifest: true }])
  })

  it('go with their model, with everything else that lies under its address', async () => {
    await fill()
    await put('webllm/wasm', `${address('mini', '2')}a-library-of-before.wasm`, 70)
    const before = disk.totalBytes()
    await cacheShelf(disk).forget(aModel({ id: 'mini', version: '2' }))
    expect(before - disk.totalBytes()).toBe(180)
  })
})

describe('how long a kept file is', () => {
  it('is what it holds where it came compressed, or says nothing', async () => {
    await put('app', 'https://app.example/a.js', 300, { 'content-length': '90', 'content-encoding': 'gzip' })
    await put('app', 'https://app.example/b.js', 40)
    await put('app', 'https://app.example/c.js', 5, { 'content-length': 'many' })
    expect(await cacheBytes(disk, 'app')).toBe(345)
  })
})

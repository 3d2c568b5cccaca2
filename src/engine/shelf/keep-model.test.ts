import { beforeEach, describe, expect, it } from 'vitest'
import type { LoadProgress } from '#domain/models/load-progress.ts'
import type { ModelFile, ModelLibrary, ModelRecord } from '#domain/models/model-record.ts'
import { EngineError } from '#engine/engine-port.ts'
import { aModel } from '#testing/builders/a-model.ts'
import type { MemoryCaches } from '#testing/fakes/memory-caches.ts'
import { memoryCaches } from '#testing/fakes/memory-caches.ts'
import { cacheKeyOf } from './cache-keys.ts'
import { cacheShelf } from './cache-shelf.ts'
import { keepModel } from './keep-model.ts'
import { sha256Of } from './sha256.ts'

const appRoot = 'https://app.example/munjin/'
const contents: Readonly<Record<string, string>> = {
  'mlc-chat-config.json': '{"config":1}',
  'tokenizer.json': '{"tokens":2}',
  'tensor-cache.json': '{"records":[]}',
  'params_shard_0.bin': 'weights '.repeat(50),
  'params_shard_1.bin': 'other weights '.repeat(40),
  'model-software.wasm': 'code',
}
const kinds = { mlc: 'config', tok: 'tokenizer', ten: 'tensorIndex', par: 'shard' } as const

let model: ModelRecord
let library: ModelLibrary
let disk: MemoryCaches
let served: Record<string, string>
let asked: string[]

beforeEach(async () => {
  const file = async (path: string) => {
    const bytes = new TextEncoder().encode(contents[path])
    return { path, bytes: bytes.length, sha256: await sha256Of(bytes) }
  }
  const names = Object.keys(contents).filter((name) => !name.endsWith('.wasm'))
  const files: ModelFile[] = await Promise.all(
    names.map(async (name) => ({ ...(await file(name)), kind: kinds[name.slice(0, 3) as keyof typeof kinds] })),
  )
  library = { ...(await file('model-software.wasm')), schedule: 'software' }
  model = aModel({ files, libraries: [library] })
  disk = memoryCaches()
  served = { ...contents }
  asked = []
})

function fetchBytes(url: string): Promise<Response> {
  const name = url.slice((appRoot + model.base).length)
  asked.push(name)
  const body = served[name]
  return Promise.resolve(body === undefined ? new Response(null, { status: 404 }) : new Response(body))
}

async function keep(onProgress: (progress: LoadProgress) => void = () => undefined): Promise<void> {
  await keepModel({ model, library, appRoot }, { caches: disk, fetchBytes }, onProgress)
}

async function failureOfKeeping(): Promise<EngineError['failure'] | null> {
  return keep().then(
    () => null,
    (error: unknown) => (error instanceof EngineError ? error.failure : Promise.reject(error as Error)),
  )
}

function fileNamed(path: string): ModelFile {
  const found = model.files.find((file) => file.path === path)
  if (found === undefined) throw new Error(path)
  return found
}

function damage(path: string): void {
  const key = cacheKeyOf(model, fileNamed(path))
  const bytes = disk.bytes(key.cache, key.url)
  if (bytes === undefined) throw new Error(`${path} is not kept`)
  bytes[3] = (bytes[3] ?? 0) ^ 0b0000_0100
}

describe('keeping a model', () => {
  it('fetches every file once and writes the tensor index last', async () => {
    await keep()
    expect(asked).toHaveLength(6)
    expect(asked.at(-1)).toBe('tensor-cache.json')
    expect(await cacheShelf(disk).inspect(model)).toEqual({
      keptBytes: [library, ...model.files].reduce((sum, { bytes }) => sum + bytes, 0),
      whole: true,
      hasFiles: true,
    })
  })

  it('asks for nothing when everything is kept whole', async () => {
    await keep()
    asked = []
    await keep()
    expect(asked).toEqual([])
  })

  it('notices a flipped bit, names the file and fetches it alone', async () => {
    await keep()
    damage('params_shard_1.bin')
    asked = []
    const reports: LoadProgress[] = []
    await keep((progress) => reports.push(progress))
    expect(asked).toEqual(['params_shard_1.bin'])
    expect(reports.at(-1)?.repaired).toEqual(['params_shard_1.bin'])
    asked = []
    await keep()
    expect(asked).toEqual([])
  })

  it('tries a file that arrives damaged once more and then names it', async () => {
    served['params_shard_0.bin'] = `X${contents['params_shard_0.bin']?.slice(1) ?? ''}`
    expect(await failureOfKeeping()).toEqual({ kind: 'fileDamaged', file: 'params_shard_0.bin' })
    expect(asked.filter((name) => name === 'params_shard_0.bin')).toHaveLength(2)
    const key = cacheKeyOf(model, fileNamed('params_shard_0.bin'))
    expect(disk.bytes(key.cache, key.url)).toBeUndefined()
  })

  it.each([
    ['too short', 'weights'],
    ['too long', 'weights '.repeat(51)],
    ['empty', ''],
  ])('takes a file that is %s for damaged', async (_, body) => {
    served['params_shard_0.bin'] = body
    expect(await failureOfKeeping()).toMatchObject({ kind: 'fileDamaged', file: 'params_shard_0.bin' })
  })

  it('goes on after a failure with what is missing', async () => {
    delete served['params_shard_1.bin']
    expect(await failureOfKeeping()).toEqual({ kind: 'fileMissing', file: 'params_shard_1.bin', status: 404 })
    expect(await cacheShelf(disk).inspect(model)).toMatchObject({ whole: false })
    served = { ...contents }
    asked = []
    await keep()
    expect(asked).toEqual(['params_shard_1.bin', 'tensor-cache.json'])
  })

  it('says which file could not be fetched without a network', async () => {
    const offline = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'))
    const kept = keepModel({ model, library, appRoot }, { caches: disk, fetchBytes: offline }, () => undefined)
    await expect(kept).rejects.toMatchObject({ failure: { kind: 'offline', file: 'model-software.wasm' } })
  })

  it('says that the disk is full', async () => {
    disk.fillDisk()
    expect(await failureOfKeeping()).toEqual({ kind: 'storageFull', neededBytes: library.bytes })
  })

  it('reports bytes that only grow, up to the sum of what was missing', async () => {
    const fetched: LoadProgress[] = []
    await keep((progress) => {
      if (progress.stage === 'fetching') fetched.push(progress)
    })
    const done = fetched.map((progress) => progress.done)
    expect(done).toEqual([...done].sort((a, b) => a - b))
    expect(fetched.at(-1)?.done).toBe(fetched.at(-1)?.total)
  })

  it('forgets all of it', async () => {
    await keep()
    await cacheShelf(disk).forget(model)
    expect(await cacheShelf(disk).inspect(model)).toEqual({ keptBytes: 0, whole: false, hasFiles: false })
  })
})

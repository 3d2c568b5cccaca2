import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import type { FakeHub } from '#testing/fakes/fake-hub.ts'
import { startFakeHub } from '#testing/fakes/fake-hub.ts'
import { listenedLine } from '#testing/fakes/hurried-network.ts'
import { openConverted } from './converted.ts'
import { folderPlace, hostPlace } from './converted-place.ts'

const commit = 'f'.repeat(40)
const signal = new AbortController().signal
const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const shard = new Uint8Array(3000).fill(5)
const md5 = createHash('md5').update(shard).digest('hex')
const records = [{ dataPath: 'params_shard_0.bin', format: 'raw-shard', nbytes: 3000, records: [], md5sum: md5 }]
const made: Files = {
  'mlc-chat-config.json': encode('{"model_type":"qwen3"}'),
  'tensor-cache.json': encode(JSON.stringify({ metadata: {}, records })),
  'tokenizer.json': encode('{"model":{}}'),
  'params_shard_0.bin': shard,
}
const listed = Object.entries(made).map(([name, content]) => {
  return { name, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }
})
const manifest = {
  ...{ format: 'munjin-manifest', version: 1, model: 'm-q4f16_1', source: { files: [] }, quantization: 'q4f16_1' },
  ...{ config: {}, files: listed, converterVersion: 1, fingerprint: 'abc' },
}
const withManifest = (changed: object = {}): Files => ({
  ...made,
  'munjin-manifest.json': encode(JSON.stringify({ ...manifest, ...changed })),
})

type Files = Readonly<Record<string, Uint8Array<ArrayBuffer>>>

const without = (files: Files, missing: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([name]) => name !== missing))

let hub: FakeHub | undefined
afterEach(() => hub?.close())

async function openOnHost(files: Files, slash = '') {
  hub = await startFakeHub({ repositories: { 'lab/model': { commit, files, largeFrom: 1000 } } })
  return openConverted(hostPlace(listenedLine(), `${hub.url}/lab/model/resolve/main${slash}`), signal)
}

function openInFolder(files: Files) {
  const named = Object.entries(files).map(([name, content]) => ({ name, file: new Blob([content]) }))
  return openConverted(folderPlace(named), signal)
}

describe.each([
  ['on a host', openOnHost],
  ['in a folder', openInFolder],
])('a converted model %s', (where, open) => {
  it('is read by its manifest', async () => {
    const opened = await open(withManifest())
    if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
    const { files, documents, source, manifest: read } = opened.value
    expect(read).toMatchObject({ model: 'm-q4f16_1', fingerprint: 'abc' })
    expect(files).toEqual(
      listed.map(({ name, bytes, sha256 }) => ({ name, bytes, hash: { algorithm: 'sha256', hex: sha256 } })),
    )
    expect([...documents.keys()]).toEqual(['munjin-manifest.json'])
    expect(await source.read('params_shard_0.bin', 10, 20, signal)).toEqual({ ok: true, value: shard.slice(10, 20) })
  })

  it("is read by MLC's documents where there is no manifest", async () => {
    const opened = await open(made)
    if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
    const { files, documents, source, manifest: read } = opened.value
    expect(read).toBeNull()
    expect(files).toEqual([
      { name: 'params_shard_0.bin', bytes: 3000, hash: { algorithm: 'md5', hex: md5 } },
      { name: 'mlc-chat-config.json', bytes: 22, hash: null },
      { name: 'tensor-cache.json', bytes: made['tensor-cache.json']?.length, hash: null },
      { name: 'tokenizer.json', bytes: 12, hash: null },
    ])
    expect(documents.get('tokenizer.json')).toEqual(made['tokenizer.json'])
    expect(await source.read('tokenizer.json', 0, 12, signal)).toEqual({ ok: true, value: made['tokenizer.json'] })
  })

  it.each<[string, object]>([
    ['climbs out', { files: [{ ...listed[0], name: '../x' }] }],
    ['lies in a folder', { files: [{ ...listed[0], name: 'a/b' }] }],
    ['is there twice', { files: [...listed, listed[0]] }],
    ['is the manifest itself', { files: [...listed, { ...listed[0], name: 'munjin-manifest.json' }] }],
    ['is missing', { files: listed.slice(1) }],
    ['has no hash', { files: [{ name: 'tokenizer.json', bytes: 1 }] }],
  ])('may not have a manifest in which a file %s', async (_, changed) => {
    const opened = await open(withManifest(changed))
    const fault = { kind: 'unreadable', file: 'munjin-manifest.json' }
    expect(opened).toMatchObject({ failure: { kind: 'notConvertible', fault } })
  })

  it.each<[string, string]>([
    ['{', 'notJson'],
    ['[]', 'unreadable'],
    ['{"records":[]}', 'unreadable'],
    ['{"records":[{"dataPath":"../x","nbytes":1}]}', 'unreadable'],
    ['{"records":[{"dataPath":"x","nbytes":-1}]}', 'unreadable'],
    ['{"records":[{"nbytes":1}]}', 'unreadable'],
  ])('may not have %s as the list of its shards', async (text, kind) => {
    const opened = await open({ ...made, 'tensor-cache.json': encode(text) })
    const fault = { kind, file: 'tensor-cache.json' }
    expect(opened).toMatchObject({ failure: { kind: 'notConvertible', fault } })
  })

  it('names the document that is missing', async () => {
    const failure =
      where === 'in a folder'
        ? { kind: 'notConvertible', fault: { kind: 'fileMissing', file: 'tokenizer.json' } }
        : { kind: 'notThere', file: 'tokenizer.json', status: 404 }
    expect(await open(without(made, 'tokenizer.json'))).toMatchObject({ failure })
  })
})

describe('a converted model on a host', () => {
  it('may have an address with a slash at its end', async () => {
    expect(await openOnHost(withManifest(), '/')).toMatchObject({ ok: true })
  })

  it('has no manifest where the host answers with its page, or shows nothing', async () => {
    const page = encode('\n<!doctype html><title>Models</title>')
    expect(await openOnHost({ ...made, 'munjin-manifest.json': page })).toMatchObject({ value: { manifest: null } })
    await hub?.close()
    hub = await startFakeHub({ repositories: { 'lab/model': { commit, files: made } } })
    hub.misbehave = ({ file }) => (file === 'munjin-manifest.json' ? { kind: 'status', status: 403 } : null)
    const opened = await openConverted(hostPlace(listenedLine(), `${hub.url}/lab/model/resolve/main`), signal)
    expect(opened).toMatchObject({ value: { manifest: null } })
  })

  it('says what is wrong with its host or its address', async () => {
    hub = await startFakeHub({ repositories: {} })
    hub.misbehave = () => ({ kind: 'hangUp' })
    const opened = await openConverted(hostPlace(listenedLine(), hub.url), signal)
    expect(opened).toMatchObject({ failure: { kind: 'unreachable', file: 'munjin-manifest.json' } })
    const nowhere = await openConverted(hostPlace(listenedLine(), 'nowhere'), signal)
    expect(nowhere).toMatchObject({ failure: { kind: 'unexpected' } })
  })
})

describe('a converted model in a folder', () => {
  it('says at once what is missing or has another length', async () => {
    const fault = { kind: 'fileMissing', file: 'params_shard_0.bin' }
    expect(await openInFolder(without(withManifest(), 'params_shard_0.bin'))).toMatchObject({
      failure: { kind: 'notConvertible', fault },
    })
    const shorter = await openInFolder({ ...withManifest(), 'params_shard_0.bin': shard.slice(1) })
    const lengths = { file: 'params_shard_0.bin', expected: 3000, found: 2999 }
    expect(shorter).toEqual({ ok: false, failure: { kind: 'fileLength', ...lengths } })
  })
})

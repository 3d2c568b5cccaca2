import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FakeHub } from '#testing/fakes/fake-hub.ts'
import { startFakeHub } from '#testing/fakes/fake-hub.ts'
import { hurriedNetwork, listenedLine } from '#testing/fakes/hurried-network.ts'
import { parseHubAnswer } from './hub-answer.ts'
import { askHub, hubIdentity, sizedFiles } from './hub.ts'
import { rangedSource } from './ranged-source.ts'
import { stopped } from './transfer-line.ts'

const commit = 'abcdef0123'.repeat(4)
const weights = new Uint8Array(5000).fill(7)
const config = new TextEncoder().encode('{"a":1}')
const files = { 'config.json': config, 'model.safetensors': weights, 'sub folder/ü#.bin': new Uint8Array(0) }
const sha256 = createHash('sha256').update(weights).digest('hex')

let hub: FakeHub
let signal: AbortSignal
beforeEach(async () => {
  signal = new AbortController().signal
  hub = await startFakeHub({
    repositories: {
      'lab/model': { commit, files, largeFrom: 1000, branches: ['main', 'refs/pr/1'] },
      'lab/silent': { commit, files, largeFrom: 1000, listsNamesOnly: true },
    },
  })
})
afterEach(() => hub.close())

const ask = (repository = 'lab/model', revision = 'main', line = listenedLine()) =>
  askHub(line, { host: `${hub.url}/`, repository, revision }, signal)

describe('a hub', () => {
  it('says what a revision stands for, and its files', async () => {
    const asked = await ask()
    const address = (name: string): string => `${hub.url}/lab/model/resolve/${commit}/${name}`
    expect(asked).toEqual({
      ok: true,
      value: {
        ...{ host: hub.url, repository: 'lab/model', commit },
        files: [
          { name: 'config.json', bytes: 7, sha256: null, url: address('config.json') },
          { name: 'model.safetensors', bytes: 5000, sha256, url: address('model.safetensors') },
          { name: 'sub folder/ü#.bin', bytes: 0, sha256: null, url: address('sub%20folder/%C3%BC%23.bin') },
        ],
      },
    })
    expect(hub.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/models/lab/model/revision/main?blobs=true',
    ])
  })

  it('knows branches with a slash, and commits', async () => {
    expect(await ask('lab/model', 'refs/pr/1')).toMatchObject({ ok: true })
    expect(await ask('lab/model', commit)).toMatchObject({ value: { commit } })
  })

  it('serves the files that it listed', async () => {
    const line = listenedLine()
    const model = await ask('lab/model', 'main', line)
    if (!model.ok) throw new Error(model.failure.kind)
    const sized = await sizedFiles(line, model.value, ['config.json', 'model.safetensors'], signal)
    if (!sized.ok) throw new Error(sized.failure.kind)
    expect(hub.requests).toHaveLength(1)
    const source = rangedSource(sized.value, line)
    expect(await source.read('config.json', 0, 7, signal)).toEqual({ ok: true, value: config })
    expect(await source.read('model.safetensors', 10, 20, signal)).toEqual({ ok: true, value: weights.slice(10, 20) })
    expect(hubIdentity(model.value, sized.value)).toEqual({
      ...{ repository: 'lab/model', revision: commit },
      files: [
        { name: 'config.json', bytes: 7 },
        { name: 'model.safetensors', bytes: 5000, sha256 },
      ],
    })
  })

  it('is asked for the lengths that it did not say', async () => {
    const line = listenedLine()
    const model = await ask('lab/silent', 'main', line)
    if (!model.ok) throw new Error(model.failure.kind)
    expect(model.value.files.every(({ bytes, sha256: hash }) => bytes === null && hash === null)).toBe(true)
    const names = model.value.files.map(({ name }) => name)
    hub.misbehave = ({ stage }) =>
      stage === 'cdn' && line.waitings.length === 0 ? { kind: 'status', status: 503, retryAfter: '1' } : null
    const sized = await sizedFiles(line, model.value, names, signal)
    expect(sized).toMatchObject({ value: [{ bytes: 7 }, { bytes: 5000 }, { bytes: 0 }] })
    hub.misbehave = ({ stage }) => (stage === 'cdn' ? { kind: 'whole' } : null)
    const whole = await sizedFiles(line, model.value, ['model.safetensors'], signal)
    expect(whole).toMatchObject({ value: [{ bytes: 5000 }] })
    const missing = await sizedFiles(line, model.value, ['other'], signal)
    expect(missing).toMatchObject({ failure: { kind: 'notThere', file: 'other' } })
  })

  it('has no such repository, no such revision, or none that it shows', async () => {
    expect(await ask('lab/none')).toMatchObject({ failure: { kind: 'notThere', status: 401 } })
    expect(await ask('lab/model', 'v9')).toMatchObject({ failure: { kind: 'notThere', status: 404 } })
    hub.misbehave = () => ({ kind: 'status', status: 401 })
    expect(await ask()).toMatchObject({ failure: { kind: 'forbidden', status: 401, file: 'lab/model' } })
  })

  it('is patient, and stops when it is told to', async () => {
    const misdeeds = [{ kind: 'hangUp' }, { kind: 'cut', after: 9 }, { kind: 'status', status: 429 }] as const
    hub.misbehave = () => misdeeds[hub.requests.length - 1] ?? null
    expect(await ask()).toMatchObject({ ok: true })
    hub.misbehave = () => ({ kind: 'silence' })
    const control = new AbortController()
    const asking = askHub(listenedLine(), { host: hub.url, repository: 'lab/model', revision: 'main' }, control.signal)
    control.abort()
    expect(await asking).toEqual({ ok: false, failure: stopped })
  })

  it('is not asked for what is no address', async () => {
    for (const repository of ['model', '../model', 'lab/..', 'lab/a/b', 'lab/mo del', ''])
      expect(await ask(repository)).toMatchObject({ failure: { kind: 'unexpected' } })
    expect(await ask('lab/model', '')).toMatchObject({ failure: { kind: 'unexpected' } })
    for (const host of ['huggingface.co', 'file:///tmp', '']) {
      const asked = await askHub(listenedLine(), { host, repository: 'lab/model', revision: 'main' }, signal)
      expect(asked).toMatchObject({ failure: { kind: 'unexpected' } })
    }
    expect(hub.requests).toEqual([])
  })

  it('is named when its answer is none, or has no end', async () => {
    const network = hurriedNetwork()
    network.request = () => Promise.resolve(new Response('<html>'))
    const line = listenedLine(network)
    expect(await ask('lab/model', 'main', line)).toMatchObject({ failure: { kind: 'wrongAnswer', host: hub.host } })
    network.request = () => Promise.resolve(new Response(new Uint8Array(5 * 2 ** 20)))
    expect(await ask('lab/model', 'main', line)).toMatchObject({ failure: { kind: 'wrongAnswer' } })
  })
})

describe("a hub's answer", () => {
  const answer = (siblings: unknown, sha: unknown = commit): ReturnType<typeof parseHubAnswer> =>
    parseHubAnswer(JSON.stringify({ sha, siblings }))

  it.each([['../config.json'], ['/etc/passwd'], ['a/./b'], ['a\\..\\b'], [''], [5], [undefined]])(
    'may not name a file %o',
    (rfilename) => {
      expect(answer([{ rfilename }])).toMatchObject({ ok: false })
    },
  )

  it('names each file once, and a commit', () => {
    expect(answer([{ rfilename: 'a' }, { rfilename: 'a' }])).toMatchObject({ ok: false })
    expect(answer([], 'main')).toMatchObject({ ok: false })
    expect(answer({})).toMatchObject({ ok: false })
    expect(answer([null])).toMatchObject({ ok: false })
    expect(parseHubAnswer('[]')).toMatchObject({ ok: false })
    expect(parseHubAnswer('{')).toMatchObject({ ok: false })
  })

  it('may leave out or mistake sizes and hashes', () => {
    const read = answer([
      { rfilename: 'a', size: -1, lfs: { sha256: 'x', size: 1.5 } },
      { rfilename: 'b', size: 9, lfs: null },
      { rfilename: 'c', size: 135, lfs: { oid: sha256, size: 5000 } },
    ])
    expect(read).toMatchObject({
      value: {
        files: [
          { name: 'a', bytes: null, sha256: null },
          { name: 'b', bytes: 9, sha256: null },
          { name: 'c', bytes: 5000, sha256 },
        ],
      },
    })
  })
})

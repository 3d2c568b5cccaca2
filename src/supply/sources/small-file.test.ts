import { createHash, webcrypto } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FakeHub } from '#testing/fakes/fake-hub.ts'
import { startFakeHub } from '#testing/fakes/fake-hub.ts'
import type { Misdeed } from '#testing/fakes/fake-hub-sending.ts'
import { listenedLine } from '#testing/fakes/hurried-network.ts'
import { readSmallFile, smallFileBytes } from './small-file.ts'

const commit = 'e'.repeat(40)
const tokenizer = new TextEncoder().encode('{"model":"something small"}'.repeat(50))
const sha256 = createHash('sha256').update(tokenizer).digest('hex')

let hub: FakeHub
beforeEach(async () => {
  hub = await startFakeHub({ repositories: { 'lab/model': { commit, files: { 'tokenizer.json': tokenizer } } } })
})
afterEach(() => hub.close())

function read(given: { readonly bytes?: number | null; readonly sha256?: string | null }) {
  const url = `${hub.url}/lab/model/resolve/${commit}/tokenizer.json`
  const file = { name: 'tokenizer.json', url, bytes: tokenizer.length, sha256: null, ...given }
  return readSmallFile(listenedLine(), file, { digest: webcrypto.subtle, signal: new AbortController().signal })
}

function onCdn(...misdeeds: Misdeed[]): void {
  hub.misbehave = ({ stage }) => (stage === 'cdn' ? (misdeeds.shift() ?? null) : null)
}

describe('a small file', () => {
  it('is read whole and checked', async () => {
    expect(await read({ sha256 })).toEqual({ ok: true, value: tokenizer })
    expect(hub.requests.at(-1)?.range).toEqual({ begin: 0, end: tokenizer.length })
  })

  it('may have a length that nobody knows', async () => {
    onCdn({ kind: 'cut', after: 100 }, { kind: 'status', status: 503 })
    expect(await read({ bytes: null, sha256 })).toEqual({ ok: true, value: tokenizer })
    expect(hub.requests.at(-1)?.range).toBeNull()
  })

  it('goes on after a cut', async () => {
    onCdn({ kind: 'cut', after: 100 })
    expect(await read({ sha256 })).toEqual({ ok: true, value: tokenizer })
  })

  it('is read a second time before its hash is believed to be wrong', async () => {
    onCdn({ kind: 'flip', at: 9 })
    expect(await read({ sha256 })).toEqual({ ok: true, value: tokenizer })
    onCdn({ kind: 'flip', at: 9 }, { kind: 'flip', at: 20 })
    expect(await read({ sha256 })).toEqual({ ok: false, failure: { kind: 'wrongHash', file: 'tokenizer.json' } })
  })

  it('is small', async () => {
    const asked = hub.requests.length
    expect(await read({ bytes: smallFileBytes + 1 })).toMatchObject({ failure: { kind: 'wrongAnswer' } })
    expect(hub.requests).toHaveLength(asked)
  })
})

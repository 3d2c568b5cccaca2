import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FakeHub, HubRequest } from '#testing/fakes/fake-hub.ts'
import { startFakeHub } from '#testing/fakes/fake-hub.ts'
import type { Misdeed } from '#testing/fakes/fake-hub-sending.ts'
import { hurriedNetwork, listenedLine } from '#testing/fakes/hurried-network.ts'
import { rangedSource } from './ranged-source.ts'
import { stopped } from './transfer-line.ts'

const commit = 'c'.repeat(40)
const size = 20_000
const weights = Uint8Array.from({ length: size }, (_, index) => (index * 7 + (index >> 8)) % 256)
let never: AbortSignal

let hub: FakeHub
beforeEach(async () => {
  never = new AbortController().signal
  hub = await startFakeHub({
    repositories: { 'lab/model': { commit, files: { 'w.bin': weights, empty: new Uint8Array(0) } } },
    separateCdn: true,
  })
})
afterEach(() => hub.close())

function sourceOn(line = listenedLine(), bytes = size) {
  return rangedSource([{ name: 'w.bin', url: `${hub.url}/lab/model/resolve/${commit}/w.bin`, bytes }], line)
}

function onCdn(...misdeeds: (Misdeed | null)[]): void {
  hub.misbehave = ({ stage }) => (stage === 'cdn' ? (misdeeds.shift() ?? null) : null)
}

const always =
  (misdeed: Misdeed, stage = 'cdn') =>
  (request: HubRequest): Misdeed | null =>
    request.stage === stage ? misdeed : null

const cdnRanges = (): unknown[] => hub.requests.filter(({ stage }) => stage === 'cdn').map(({ range }) => range)

describe('a read in a ranged source', () => {
  it('brings exactly the bytes that are asked for', async () => {
    const line = listenedLine()
    const read = await sourceOn(line).read('w.bin', 1000, 15_001, never)
    expect(read).toEqual({ ok: true, value: weights.slice(1000, 15_001) })
    expect(line.arrived).toBe(14_001)
    const cdnHost = line.records[0]?.host
    expect(cdnHost).not.toBe(hub.host)
    expect(line.records).toEqual([
      {
        ...{ askedHost: hub.host, host: cdnHost, file: 'w.bin', begin: 1000, end: 15_001 },
        ...{ bytes: 14_001, status: 206 },
      },
    ])
  })

  it('asks with GET, without cookies, referrer or any header of its own but the range', async () => {
    await sourceOn().read('w.bin', 0, 10, never)
    expect(hub.requests.map(({ method }) => method)).toEqual(['GET', 'GET'])
    for (const { headers } of hub.requests) {
      expect(headers['range']).toBe('bytes=0-9')
      expect(headers).not.toHaveProperty('cookie')
      expect(headers).not.toHaveProperty('referer')
      expect(headers).not.toHaveProperty('authorization')
    }
  })

  it('asks nobody for nothing, and for nothing that is not there', async () => {
    const source = sourceOn()
    expect(await source.read('w.bin', 7, 7, never)).toEqual({ ok: true, value: new Uint8Array(0) })
    expect(await source.read('w.bin', 0, size + 1, never)).toMatchObject({ failure: { kind: 'unexpected' } })
    expect(await source.read('other', 0, 1, never)).toMatchObject({ failure: { kind: 'unexpected' } })
    expect(hub.requests).toEqual([])
  })

  it('keeps what came before a cut and asks for the rest only', async () => {
    onCdn({ kind: 'cut', after: 7_000 }, { kind: 'cut', after: 10 })
    const line = listenedLine()
    const read = await sourceOn(line).read('w.bin', 0, size, never)
    expect(read).toEqual({ ok: true, value: weights })
    let at = 0
    for (const { begin, end, bytes } of line.records) {
      expect([begin, end]).toEqual([at, size])
      at += bytes
    }
    expect(line.arrived).toBe(size)
  })

  it('takes a shorter range than it asked for, and asks for the rest', async () => {
    onCdn({ kind: 'shorter', by: 5_000, saysSo: true }, { kind: 'shorter', by: 2_000, saysSo: false })
    expect(await sourceOn().read('w.bin', 100, size, never)).toEqual({ ok: true, value: weights.slice(100) })
    expect(cdnRanges()).toEqual([
      { begin: 100, end: size },
      { begin: 15_000, end: size },
      { begin: 18_000, end: size },
    ])
  })

  it('gives up on a server that never sends what it promises', async () => {
    hub.misbehave = always({ kind: 'shorter', by: 1e9, saysSo: false })
    const found = { expected: '10 bytes from 5', found: '0 bytes' }
    const read = await sourceOn().read('w.bin', 5, 15, never)
    expect(read).toEqual({ ok: false, failure: { kind: 'wrongAnswer', host: hub.host, file: 'w.bin', ...found } })
    expect(cdnRanges()).toHaveLength(7)
  })

  it.each<[string, Misdeed]>([
    ['more than was asked for', { kind: 'longer', by: 3 }],
    ['another place', { kind: 'elsewhere', by: 1 }],
  ])('refuses %s', async (_, misdeed) => {
    hub.misbehave = always(misdeed)
    expect(await sourceOn().read('w.bin', 5, 15, never)).toMatchObject({ failure: { kind: 'wrongAnswer' } })
  })

  it('refuses a file of another length', async () => {
    const read = await sourceOn(listenedLine(), size + 1).read('w.bin', 5, 15, never)
    const found = { expected: `bytes 5-14/${size + 1}`, found: `bytes 5-14/${size}` }
    expect(read).toMatchObject({ failure: { kind: 'wrongAnswer', ...found } })
    const beyond = await sourceOn(listenedLine(), size + 9).read('w.bin', size, size + 9, never)
    expect(beyond).toMatchObject({ failure: { kind: 'wrongAnswer', found: `HTTP 416, ${size}` } })
  })

  it('refuses a file that has become another one', async () => {
    onCdn({ kind: 'etag', etag: '"a"' }, { kind: 'etag', etag: 'W/"a"' }, { kind: 'etag', etag: '"b"' })
    const source = sourceOn()
    expect(await source.read('w.bin', 0, 5, never)).toMatchObject({ ok: true })
    expect(await source.read('w.bin', 5, 9, never)).toMatchObject({ ok: true })
    const read = await source.read('w.bin', 9, 15, never)
    expect(read).toMatchObject({ failure: { kind: 'wrongAnswer', expected: '"a"', found: '"b"' } })
  })

  it('uses a whole file where a part was asked for, once', async () => {
    hub.misbehave = always({ kind: 'whole' })
    const source = sourceOn()
    expect(await source.read('w.bin', 0, 1000, never)).toEqual({ ok: true, value: weights.slice(0, 1000) })
    expect(await source.read('w.bin', 500, 9000, never)).toEqual({ ok: true, value: weights.slice(500, 9000) })
    expect(await source.read('w.bin', 0, size, never)).toEqual({ ok: true, value: weights })
    expect(await source.read('w.bin', 500, 900, never)).toMatchObject({ failure: { kind: 'wrongAnswer' } })
  })

  it('believes a host that does not expose its ranges, and counts', async () => {
    const network = hurriedNetwork()
    const bodies = [weights.slice(3, 8), weights.slice(3, 9)]
    network.request = () => Promise.resolve(new Response(bodies.shift(), { status: 206 }))
    const source = sourceOn(listenedLine(network))
    expect(await source.read('w.bin', 3, 8, never)).toEqual({ ok: true, value: weights.slice(3, 8) })
    expect(await source.read('w.bin', 3, 8, never)).toMatchObject({ failure: { kind: 'wrongAnswer' } })
  })

  it.each([
    [404, 'notThere'],
    [410, 'notThere'],
    [401, 'forbidden'],
    [403, 'forbidden'],
    [418, 'wrongAnswer'],
  ])('says at once what HTTP %i means: %s', async (status, kind) => {
    hub.misbehave = always({ kind: 'status', status })
    expect(await sourceOn().read('w.bin', 0, 9, never)).toMatchObject({ failure: { kind, file: 'w.bin' } })
    expect(cdnRanges()).toHaveLength(1)
  })

  it('tries a server with trouble of its own again', async () => {
    onCdn({ kind: 'status', status: 500 }, { kind: 'status', status: 502 })
    expect(await sourceOn().read('w.bin', 0, 9, never)).toMatchObject({ ok: true })
    hub.misbehave = always({ kind: 'status', status: 504 })
    const read = await sourceOn().read('w.bin', 0, 9, never)
    expect(read).toMatchObject({ failure: { kind: 'wrongAnswer', found: 'HTTP 504' } })
  })
})

describe('patience', () => {
  it('waits as long as a busy host asks for', async () => {
    const date = new Date(1_770_000_000_000 + 40_000).toUTCString()
    onCdn({ kind: 'status', status: 429, retryAfter: '17' }, { kind: 'status', status: 503, retryAfter: date })
    const line = listenedLine()
    expect(await sourceOn(line).read('w.bin', 0, 9, never)).toMatchObject({ ok: true })
    expect(line.waitings).toEqual([
      { reason: 'busy', seconds: 17.5 },
      { reason: 'busy', seconds: 40.5 },
    ])
  })

  it('does not wait for a host that asks for too much', async () => {
    hub.misbehave = always({ kind: 'status', status: 429, retryAfter: '3000' })
    const line = listenedLine()
    const read = await sourceOn(line).read('w.bin', 0, 9, never)
    expect(read).toMatchObject({ failure: { kind: 'busy', status: 429, retryAfterSeconds: 3000 } })
    expect(line.waitings).toEqual([])
  })

  it('doubles its waits, up to a bound, and ends', async () => {
    hub.misbehave = always({ kind: 'hangUp' }, 'resolve')
    const line = listenedLine(hurriedNetwork({ random: () => 1 }))
    const read = await sourceOn(line).read('w.bin', 0, 9, never)
    expect(read).toEqual({ ok: false, failure: { kind: 'unreachable', host: hub.host, file: 'w.bin' } })
    expect(line.waitings.map(({ seconds }) => seconds)).toEqual([1, 2, 4, 8, 16, 30])
    expect(line.records.at(-1)).toMatchObject({ status: null, bytes: 0 })
    const busy = listenedLine(hurriedNetwork({ random: () => 0 }))
    hub.misbehave = always({ kind: 'status', status: 503 }, 'resolve')
    const refused = await sourceOn(busy).read('w.bin', 0, 9, never)
    expect(refused).toMatchObject({ failure: { kind: 'busy', status: 503, retryAfterSeconds: null } })
    expect(busy.waitings.map(({ seconds }) => seconds)).toEqual([2, 4, 8, 15, 15, 15])
  })

  it('gets all tries back with every byte', async () => {
    hub.misbehave = always({ kind: 'cut', after: 10 })
    expect(await sourceOn().read('w.bin', 0, 150, never)).toEqual({ ok: true, value: weights.slice(0, 150) })
    expect(cdnRanges().length).toBeGreaterThan(7)
  })

  it.each<Misdeed>([{ kind: 'stall', after: 2000 }, { kind: 'silence' }])(
    'gives up a request that brings nothing any more: $kind',
    async (misdeed) => {
      onCdn(misdeed)
      const line = listenedLine(hurriedNetwork(), 100)
      expect(await sourceOn(line).read('w.bin', 0, 9000, never)).toEqual({ ok: true, value: weights.slice(0, 9000) })
      hub.misbehave = always({ kind: 'silence' })
      const read = await sourceOn(line).read('w.bin', 0, 9000, never)
      expect(read).toEqual({ ok: false, failure: { kind: 'stalled', host: hub.host, file: 'w.bin' } })
    },
  )

  it('says that a loop of redirects leads nowhere', async () => {
    hub.misbehave = always({ kind: 'redirectLoop' })
    expect(await sourceOn().read('w.bin', 0, 9, never)).toMatchObject({ failure: { kind: 'unreachable' } })
  })

  it('waits while the machine is offline, and goes on when it is not', async () => {
    const line = listenedLine()
    line.network.isUp = false
    const reading = sourceOn(line).read('w.bin', 0, 9, never)
    await expect.poll(() => line.waitings).toEqual([{ reason: 'offline', seconds: null }])
    line.network.comeOnline()
    expect(await reading).toEqual({ ok: true, value: weights.slice(0, 9) })
  })

  it('does not wait for ever', async () => {
    const line = listenedLine()
    line.network.isUp = false
    expect(await sourceOn(line).read('w.bin', 0, 9, never)).toMatchObject({ failure: { kind: 'unreachable' } })
    expect(line.network.waits.at(-1)).toBe(600)
  })
})

describe('an aborted read', () => {
  const hour = 3_600_000
  const slow = () => {
    const network = hurriedNetwork()
    // Nothing that is waited for comes within the test.
    network.after = (_, action) => {
      const timer = setTimeout(action, hour)
      return () => clearTimeout(timer)
    }
    return listenedLine(network)
  }

  it.each<[string, Misdeed, () => boolean]>([
    ['before the answer', { kind: 'silence' }, () => hub.requests.length > 1],
    ['in the body', { kind: 'stall', after: 5000 }, () => hub.requests.length > 1],
    ['in a wait', { kind: 'status', status: 429 }, () => hub.requests.length > 1],
  ])('ends at once %s', async (_, misdeed, isThere) => {
    hub.misbehave = always(misdeed)
    const control = new AbortController()
    const reading = sourceOn(slow()).read('w.bin', 0, size, control.signal)
    await expect.poll(isThere).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 50))
    const aborted = performance.now()
    control.abort()
    expect(await reading).toEqual({ ok: false, failure: stopped })
    expect(performance.now() - aborted).toBeLessThan(1000)
  })

  it('ends at once while offline, and with a fetch that is deaf', async () => {
    const [offline, deaf, control] = [slow(), slow(), new AbortController()]
    offline.network.isUp = false
    deaf.network.request = () => new Promise<Response>(() => undefined)
    const reads = [offline, deaf].map((line) => sourceOn(line).read('w.bin', 0, size, control.signal))
    await expect.poll(() => offline.waitings.length).toBe(1)
    control.abort()
    expect(await Promise.all(reads)).toEqual([
      { ok: false, failure: stopped },
      { ok: false, failure: stopped },
    ])
  })

  it('asks for nothing when it was aborted before', async () => {
    expect(await sourceOn().read('w.bin', 0, size, AbortSignal.abort())).toEqual({ ok: false, failure: stopped })
    expect(hub.requests).toEqual([])
  })
})

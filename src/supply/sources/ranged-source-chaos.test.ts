import { describe, expect, it } from 'vitest'
import type { FakeHub } from '#testing/fakes/fake-hub.ts'
import { startFakeHub } from '#testing/fakes/fake-hub.ts'
import type { Misdeed } from '#testing/fakes/fake-hub-sending.ts'
import { hurriedNetwork, listenedLine, seededRandom } from '#testing/fakes/hurried-network.ts'
import { rangedSource } from './ranged-source.ts'
import type { RequestRecord } from './transfer-line.ts'

const commit = 'd'.repeat(40)
const files = Object.fromEntries(
  [1, 4097, 180_000].map((size, place) => {
    const random = seededRandom(place)
    return [`f${place}.bin`, Uint8Array.from({ length: size }, () => Math.floor(random() * 256))]
  }),
)

/** Which failures a misdeed may end in, beside success. On a machine that is busy with something else, all is a stall. */
const mayEndIn: Readonly<Record<Misdeed['kind'], readonly string[]>> = {
  cut: ['unreachable'],
  hangUp: ['unreachable'],
  stall: ['stalled'],
  silence: ['stalled'],
  status: ['busy', 'wrongAnswer'],
  redirectLoop: ['unreachable'],
  shorter: ['wrongAnswer'],
  longer: ['wrongAnswer'],
  whole: ['wrongAnswer'],
  elsewhere: ['wrongAnswer'],
  etag: ['wrongAnswer'],
  flip: [],
}

describe('a ranged source on a bad network', () => {
  // Many at once, for most of the time is spent waiting for stalls.
  const batches = Array.from({ length: 6 }, (_, batch) => Array.from({ length: 25 }, (_, place) => batch * 25 + place))

  it.each(batches)(
    'brings the right bytes or says why not, and nothing twice: from seed %i on',
    async (...seeds) => {
      const endings = (await Promise.all(seeds.map(runSeed))).flat()
      expect(endings).toContain('ok')
      expect(new Set(endings).size).toBeGreaterThan(1)
    },
    60_000,
  )
})

async function runSeed(seed: number): Promise<readonly string[]> {
  const hub = await startFakeHub({ repositories: { 'lab/model': { commit, files } }, separateCdn: true })
  try {
    const random = seededRandom(seed + 1000)
    const met = new Set(['stalled'])
    const badness = [0.3, 0.6, 0.9][seed % 3] ?? 0
    hub.misbehave = () => {
      const misdeed = random() < badness ? anyMisdeed(random) : null
      for (const kind of misdeed === null ? [] : mayEndIn[misdeed.kind]) met.add(kind)
      return misdeed
    }
    const endings = await readAll(hub, random, met, `seed ${seed}`)
    expect(hub.requests.every(({ method }) => method === 'GET')).toBe(true)
    return endings
  } finally {
    await hub.close()
  }
}

async function readAll(
  hub: FakeHub,
  random: () => number,
  met: ReadonlySet<string>,
  run: string,
): Promise<readonly string[]> {
  const line = listenedLine(hurriedNetwork({ random }), 60)
  const never = new AbortController().signal
  const endings: string[] = []
  const listed = Object.entries(files).map(([name, { length: bytes }]) => {
    return { name, bytes, url: `${hub.url}/lab/model/resolve/${commit}/${name}` }
  })
  const source = rangedSource(listed, line)
  const readSome = async ([name, content]: [string, Uint8Array]): Promise<void> => {
    for (let reads = 0; reads < 2; reads += 1) {
      const [a = 0, b = 0] = [random(), random()].map((chance) => Math.round(chance * content.length))
      const [begin, end] = [Math.min(a, b), Math.max(a, b)]
      const earlier = line.records.length
      const read = await source.read(name, begin, end, never)
      endings.push(read.ok ? 'ok' : read.failure.kind)
      if (read.ok) expect(Buffer.compare(read.value, content.subarray(begin, end)), run).toBe(0)
      else expect([...met], run).toContain(read.failure.kind)
      const records = line.records.slice(earlier).filter(({ file }) => file === name)
      expectNothingTwice(records, begin, end, run)
    }
  }
  await Promise.all(Object.entries(files).map(readSome))
  expect(line.arrived, run).toBe(line.records.reduce((sum, { bytes }) => sum + bytes, 0))
  return endings
}

/** Every request of a read begins where the useful bytes of the one before it ended. */
function expectNothingTwice(records: readonly RequestRecord[], begin: number, end: number, run: string): void {
  let at = begin
  for (const record of records) {
    expect([record.begin, record.end], run).toEqual([at, end])
    if (record.status === 206) at += record.bytes
    if (record.status === 200) at = Math.max(at, Math.min(end, record.bytes))
  }
}

function anyMisdeed(random: () => number): Misdeed {
  const upTo = (limit: number): number => Math.floor(random() * limit)
  const often: readonly Misdeed[] = [
    { kind: 'cut', after: upTo(100_000) },
    { kind: 'cut', after: upTo(20_000) },
    { kind: 'cut', after: upTo(100) },
    { kind: 'hangUp' },
    { kind: 'status', status: 429, retryAfter: String(upTo(60)) },
    { kind: 'status', status: 503 },
    { kind: 'status', status: 500 },
    { kind: 'shorter', by: 1 + upTo(1000), saysSo: true },
    { kind: 'shorter', by: 1 + upTo(1000), saysSo: false },
  ]
  const seldom: readonly Misdeed[] = [
    { kind: 'stall', after: upTo(50_000) },
    { kind: 'silence' },
    { kind: 'redirectLoop' },
    { kind: 'longer', by: 1 + upTo(1000) },
    { kind: 'whole' },
    { kind: 'elsewhere', by: 1 + upTo(10) },
    { kind: 'etag', etag: '"another"' },
  ]
  const misdeeds = random() < 0.85 ? often : seldom
  return misdeeds[upTo(misdeeds.length)] ?? { kind: 'hangUp' }
}

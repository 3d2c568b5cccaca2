import { describe, expect, it } from 'vitest'
import { digestsOf } from '../testing/builders/conversions.ts'
import { openLcg } from '../testing/builders/lcg.ts'
import { flipping, promisedTiny, promisedTinyFiles, watched } from '../testing/builders/promised-tiny.ts'
import { sha256Of } from '../testing/fakes/node-hasher.ts'
import { spansOf } from './conversion-part.ts'
import type { FileHasher, FileHashing } from './conversion-ports.ts'
import { runConversion } from './run-conversion.ts'

const [first, second] = promisedTinyFiles
const whole = await wholeModel()

describe('a file whose hash is known', () => {
  it.each([1, 3, 8])('is hashed whole, once and in order, with %i parts under way', async (partsInFlight) => {
    const { files, plan, order, needs } = promisedTiny([first, second], { partsInFlight })
    const random = openLcg(3)
    const slow = watched(needs, plan)
    const source: typeof needs.source = {
      async read(...asked) {
        for (let turns = random() % 20; turns > 0; turns -= 1) await new Promise((resume) => setImmediate(resume))
        return slow.needs.source.read(...asked)
      },
    }
    const { hashing, hashed } = listening(needs.fileHashing)
    const ended = await runConversion({ ...needs, source, fileHashing: hashing }, plan, order)
    expect(ended).toMatchObject({ ok: true, value: { kind: 'complete' } })
    expect(hashed.map(sha256Of)).toEqual([first, second].map((name) => sha256Of(files.get(name) ?? new Uint8Array())))
  })

  it('alone is hashed', async () => {
    const { files, plan, order, needs } = promisedTiny([second])
    const { hashing, hashed } = listening(needs.fileHashing)
    await runConversion({ ...needs, fileHashing: hashing }, plan, order)
    expect(hashed.map(sha256Of)).toEqual([sha256Of(files.get(second) ?? new Uint8Array())])
  })

  it('is known to be right before anything that was made of it leaves the workbench', async () => {
    const { files, plan, order, needs, kept } = promisedTiny()
    const end = files.get(first)?.length ?? 0
    const bad = watched(needs, plan, flipping(first, end - 1))
    expect(await runConversion(bad.needs, plan, order)).toMatchObject({ failure: { kind: 'wrongHash', file: first } })
    const others = plan.shards.filter(({ index }) =>
      plan.parts.every((part) => part.file !== first || spansOf(part).every(({ shard }) => shard !== index)),
    )
    for (const name of kept.keys()) expect(others.map((shard) => shard.name)).toContain(name)
  })
})

describe('a bit that flipped on the way', () => {
  const { files } = promisedTiny()
  const random = openLcg(5)
  const anywhere = [first, second].flatMap((file) => {
    const bytes = files.get(file)?.length ?? 0
    // The length, the header, the spaces that fill it up, what nobody needs, weights, the last byte.
    const places = [7, 20, headerEnd(files.get(file)) - 5, headerEnd(files.get(file)) + 9, bytes - 2000, bytes - 1]
    return [...places, ...Array.from({ length: 20 }, () => (random() * 65536 + random()) % bytes)].map(
      (at) => [file, at] as const,
    )
  })

  it.each(anywhere)('is noticed in %s at %i, and that file alone is fetched anew', async (file, at) => {
    const { plan, order, needs, kept, workbench } = promisedTiny()
    const bad = watched(needs, plan, flipping(file, at))
    const ended = await runConversion(bad.needs, plan, order)
    expect(ended).toEqual({ ok: false, failure: { kind: 'wrongHash', file } })
    expect(kept.has('munjin-manifest.json')).toBe(false)

    workbench.losePower(() => 0)
    const good = watched(needs, plan)
    expect(await runConversion(good.needs, plan, order)).toMatchObject({ ok: true, value: { kind: 'complete' } })
    const ofFile = plan.parts.filter((part) => part.file === file).map(({ index }) => index)
    expect(good.parts).toEqual(expect.arrayContaining(ofFile))
    const others = good.parts.filter((part) => !ofFile.includes(part))
    // Parts that were under way in the other file as well; those that were done are not read again.
    const begun = bad.parts.filter((part) => !ofFile.includes(part))
    expect(others.filter((part) => begun.includes(part)).length).toBeLessThanOrEqual(2)
    expect(good.parts.length).toBe(new Set(good.parts).size)
    expect(digestsOf(kept)).toEqual(whole)
  })

  it('is noticed while the first part of its file is still written, which then does not count either', async () => {
    const { files: whole, plan, order, needs, kept, workbench } = promisedTiny(undefined, { partsInFlight: 3 }, 30_000)
    const bad = watched(needs, plan, flipping(first, 3))
    const open: typeof workbench.open = async (name) => {
      if (name.startsWith('scratch')) await new Promise((resume) => setTimeout(resume, 20))
      return workbench.open(name)
    }
    expect(whole.get(first)?.length).toBeLessThan(2 * 30_000)
    const ended = await runConversion({ ...bad.needs, workbench: { ...workbench, open } }, plan, order)
    expect(ended).toMatchObject({ failure: { kind: 'wrongHash', file: first } })
    const good = watched(needs, plan)
    expect(await runConversion(good.needs, plan, order)).toMatchObject({ ok: true })
    expect(good.parts[0]).toBe(0)
    expect(kept.has('munjin-manifest.json')).toBe(true)
  })

  it('is named with its tensor where no model has such a weight, and its part alone is fetched anew', async () => {
    const { plan, order, needs, kept } = promisedTiny()
    const part = plan.parts.filter(({ file, pieces }) => file === second && pieces.length > 0)[5]
    const piece = part?.pieces[0]
    if (part === undefined || piece === undefined) throw new Error('no such part')
    // The exponent of the first weight becomes the largest, which stands for no number.
    const spoil = (bytes: Uint8Array<ArrayBuffer>, file: string, begin: number): void => {
      if (file === second && begin === part.begin) bytes.set([0x80, 0x7f], piece.from)
    }
    const bad = watched(needs, plan, spoil)
    expect(await runConversion(bad.needs, plan, { ...order, partsInFlight: 1 })).toMatchObject({
      failure: { kind: 'fault', fault: { kind: 'badWeight', file: second, tensor: piece.tensor } },
    })
    const good = watched(needs, plan)
    await runConversion(good.needs, plan, { ...order, partsInFlight: 1 })
    expect(good.parts[0]).toBe(part.index)
    expect(digestsOf(kept)).toEqual(whole)
  })
})

describe('a hash that was begun', () => {
  it('is gone on with, and no part is read twice', async () => {
    const { plan, order, needs, kept } = promisedTiny()
    const [before, after] = [watched(needs, plan), watched(needs, plan)]
    await runConversion(before.needs, plan, stoppedAt(60, { ...order, partsInFlight: 1 }))
    await runConversion(after.needs, plan, order)
    expect([...before.parts, ...after.parts]).toEqual(plan.parts.map(({ index }) => index))
    expect(digestsOf(kept)).toEqual(whole)
  })

  it.each([
    ['of another version', (saved: string) => `AAAAAA${saved.slice(6)}`],
    ['cut off', (saved: string) => saved.slice(0, 40)],
    ['lost', () => null],
  ])('and is %s begins anew with its file', async (_, damage) => {
    const { plan, order, needs, kept, workbench } = promisedTiny()
    await runConversion(needs, plan, stoppedAt(60, { ...order, partsInFlight: 1 }))
    const file = await workbench.open('journal.jsonl')
    const lines = new TextDecoder()
      .decode(file.read(0, file.size()))
      .replace(/,"saved":"([^"]*)"/g, (_entry, saved: string) => {
        const left = damage(saved)
        return left === null ? '' : `,"saved":"${left}"`
      })
    file.truncate(0)
    file.write(0, new TextEncoder().encode(lines))
    file.close()
    const { parts, needs: watching } = watched(needs, plan)
    expect(await runConversion(watching, plan, order)).toMatchObject({ ok: true })
    const ofSecond = plan.parts.filter((part) => part.file === second).map(({ index }) => index)
    expect([...parts].sort((a, b) => a - b)).toEqual(ofSecond)
    expect(digestsOf(kept)).toEqual(whole)
  })

  it.each([0, 1, 2])(
    'goes back to where a scratch file was lost, and notices a bit that flips then: %i',
    async (at) => {
      const { plan, order, needs, kept, workbench } = promisedTiny()
      await runConversion(needs, plan, stoppedAt(60, { ...order, partsInFlight: 1 }))
      const scratch = workbench.names().filter((name) => name.startsWith('scratch'))[at] ?? ''
      await workbench.remove(scratch)
      const shard = Number(scratch.replace(/\D/g, ''))
      const part = plan.parts.find((each) => spansOf(each).some((span) => span.shard === shard))
      if (part === undefined) throw new Error('no such part')
      const bad = watched(needs, plan, flipping(part.file, part.end - 1))
      expect(await runConversion(bad.needs, plan, order)).toEqual({
        ...{ ok: false, failure: { kind: 'wrongHash', file: part.file } },
      })
      expect(Math.min(...bad.parts)).toBe(part.index)
      expect(await runConversion(needs, plan, order)).toMatchObject({ ok: true })
      expect(digestsOf(kept)).toEqual(whole)
    },
  )
})

function stoppedAt(parts: number, order: ReturnType<typeof promisedTiny>['order']): typeof order {
  const stop = new AbortController()
  const onProgress = ({ partsDone }: { readonly partsDone: number }): void => {
    if (partsDone >= parts) stop.abort()
  }
  return { ...order, signal: stop.signal, onProgress }
}

async function wholeModel(): Promise<ReadonlyMap<string, string>> {
  const { plan, order, needs, kept } = promisedTiny()
  await runConversion(needs, plan, order)
  return digestsOf(kept)
}

/** What every hasher was given, joined. */
function listening(given: FileHashing) {
  const hashed: Uint8Array[] = []
  const hashing: FileHashing = {
    ...given,
    async begin(): Promise<FileHasher> {
      const hasher = await given.begin()
      const at = hashed.push(new Uint8Array()) - 1
      const update: FileHasher['update'] = (bytes) => {
        hashed[at] = Buffer.concat([hashed[at] ?? new Uint8Array(), bytes])
        hasher.update(bytes)
      }
      return { ...hasher, update }
    },
  }
  return { hashing, hashed }
}

function headerEnd(file: Uint8Array = new Uint8Array(8)): number {
  return 8 + Number(new DataView(file.buffer, file.byteOffset).getBigUint64(0, true))
}

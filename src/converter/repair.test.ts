import { describe, expect, it } from 'vitest'
import { digestsOf } from '../testing/builders/conversions.ts'
import { openLcg } from '../testing/builders/lcg.ts'
import { flipping, promisedTiny, promisedTinyFiles, watched } from '../testing/builders/promised-tiny.ts'
import type { ConversionPart } from './conversion-part.ts'
import { spansOf } from './conversion-part.ts'
import type { ConversionPlan } from './plan.ts'
import { runConversion } from './run-conversion.ts'

const [first, second] = promisedTinyFiles
const complete = { ok: true, value: { kind: 'complete' } }

describe.each([
  ['all hashes are known', [first, second]],
  ['one hash is known', [second]],
  ['no hash is known', []],
])('a finished model of which %s', (_, hashed) => {
  it('leaves its journal and nothing else on the workbench, and is not read again', async () => {
    const { plan, order, needs, workbench, whole } = await finished(hashed)
    expect(workbench.names()).toEqual(['journal.jsonl'])
    for (let times = 0; times < 2; times += 1) {
      const again = watched(needs, plan)
      expect(await runConversion(again.needs, plan, order)).toMatchObject(complete)
      expect([again.parts, digestsOf(whole)]).toEqual([[], digestsOf(whole)])
    }
  })

  it('gets any shard back by reading what it is made of', async () => {
    const { plan, order, needs, kept, workbench, whole } = await finished(hashed)
    for (const { index, name } of plan.shards) {
      kept.delete(name)
      const repair = watched(needs, plan)
      expect(await runConversion(repair.needs, plan, order)).toMatchObject(complete)
      expect(repair.parts).toEqual(partsOf(plan, index).map((part) => part.index))
      expect(digestsOf(kept)).toEqual(digestsOf(whole))
    }
    expect(workbench.names()).toEqual(['journal.jsonl'])
  })

  it('refuses a shard that is another one than before, until it is the same', async () => {
    const { plan, order, needs, kept, whole } = await finished(hashed)
    const [shard] = plan.shards.slice(4)
    if (shard === undefined) throw new Error('no such shard')
    kept.delete(shard.name)
    kept.delete('munjin-manifest.json')
    const { file, at } = weightOf(plan, shard.index)
    const parts = partsOf(plan, shard.index).map((part) => part.index)
    for (let times = 0; times < 2; times += 1) {
      const bad = watched(needs, plan, flipping(file, at))
      expect(await runConversion(bad.needs, plan, order)).toEqual({
        ...{ ok: false, failure: { kind: 'wrongHash', file: shard.name } },
      })
      expect(bad.parts).toEqual(parts)
      expect([kept.has(shard.name), kept.has('munjin-manifest.json')]).toEqual([false, false])
    }
    const good = watched(needs, plan)
    expect(await runConversion(good.needs, plan, order)).toMatchObject(complete)
    expect(good.parts).toEqual(parts)
    expect(digestsOf(kept)).toEqual(digestsOf(whole))
  })

  it('gets shards back although power is lost again and again', async () => {
    const { plan, order, needs, kept, workbench, whole } = await finished(hashed)
    const random = openLcg(9)
    const chance = (): number => random() / 65536
    for (let round = 0; round < 20; round += 1) {
      const lost = plan.shards.filter(() => chance() < 0.4)
      for (const { name } of lost) kept.delete(name)
      const owed = new Set(lost.flatMap(({ index }) => partsOf(plan, index).map((part) => part.index)))
      const reads: number[] = []
      for (const most of [3, 5, Infinity]) {
        const stop = new AbortController()
        const life = watched(needs, plan, () => {
          if (life.parts.length >= most) stop.abort()
        })
        await runConversion(life.needs, plan, { ...order, partsInFlight: 1, signal: stop.signal })
        reads.push(...life.parts)
        workbench.losePower(chance)
      }
      expect(new Set(reads)).toEqual(owed)
      // Only the part that each life was stopped in is read twice.
      expect(reads.length - owed.size).toBeLessThanOrEqual(2)
      expect(digestsOf(kept)).toEqual(digestsOf(whole))
    }
  })
})

it('reads a file anew for a lost shard without trusting it for those that are not finished', async () => {
  const { plan, order, needs, kept } = promisedTiny()
  const whole = digestsOf((await finished([first, second])).kept)
  const stop = new AbortController()
  const onProgress = ({ partsDone }: { readonly partsDone: number }): void => {
    if (partsDone >= 60) stop.abort()
  }
  await runConversion(needs, plan, { ...order, partsInFlight: 1, signal: stop.signal, onProgress })
  // A part of the file that is right already, which a finished shard and one that waits for the other file are made of.
  const isKept = (shard: number): boolean => kept.has(plan.shards[shard]?.name ?? '')
  const shared = plan.parts.find((part) => {
    const shards = [...new Set(spansOf(part).map(({ shard }) => shard))]
    return part.file === first && shards.some(isKept) && shards.some((shard) => !isKept(shard))
  })
  const lost = shared === undefined ? undefined : spansOf(shared).find(({ shard }) => isKept(shard))
  const piece = shared?.pieces.find((each) => !isKept(placeOf(each).shard))
  if (shared === undefined || lost === undefined || piece === undefined) throw new Error('no such part')
  kept.delete(plan.shards[lost.shard]?.name ?? '')
  const bad = watched(needs, plan, flipping(first, highByte(shared, piece)))
  expect(await runConversion(bad.needs, plan, order)).toMatchObject(complete)
  expect(bad.parts).toContain(shared.index)
  expect(digestsOf(kept)).toEqual(whole)
})

async function finished(hashed: readonly string[]) {
  const { plan, order, needs, workbench, kept } = promisedTiny(hashed)
  expect(await runConversion(needs, plan, order)).toMatchObject(complete)
  return { plan, order, needs, workbench, kept, whole: new Map(kept) }
}

function partsOf(plan: ConversionPlan, shard: number): readonly ConversionPart[] {
  return plan.parts.filter((part) => spansOf(part).some((span) => span.shard === shard))
}

/** A byte of a weight that the shard is made of. */
function weightOf(plan: ConversionPlan, shard: number): { readonly file: string; readonly at: number } {
  const [part] = partsOf(plan, shard)
  const piece = part?.pieces.find((each) => placeOf(each).shard === shard)
  if (part === undefined || piece === undefined) throw new Error('no such part')
  return { file: part.file, at: highByte(part, piece) }
}

/** Of a piece's first weight; its lowest bit is one of the exponent, so that no rounding hides it. */
function highByte(part: ConversionPart, piece: ConversionPart['pieces'][number]): number {
  return part.begin + piece.from + 1
}

function placeOf({ output }: ConversionPart['pieces'][number]): { readonly shard: number } {
  return output.kind === 'plain' ? output.values : output.codes
}

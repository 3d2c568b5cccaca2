import { expect, it } from 'vitest'
import { digestsOf } from '../testing/builders/conversions.ts'
import { openLcg } from '../testing/builders/lcg.ts'
import { promisedTiny, watched } from '../testing/builders/promised-tiny.ts'
import type { MemoryWorkbench } from '../testing/fakes/memory-workbench.ts'
import type { ConversionNeeds } from './conversion-run.ts'
import { runConversion } from './run-conversion.ts'

const rounds = 60

it.each([1, 2])(
  `puts nothing that is wrong, whatever happens (seed %i, ${rounds} models)`,
  async (seed) => {
    const whole = await wholeModel()
    const random = openLcg(seed)
    const chance = (): number => random() / 65536
    const upTo = (count: number): number => Math.floor(chance() * count)

    for (let round = 0; round < rounds; round += 1) {
      const { plan, order, needs, kept, workbench } = promisedTiny(undefined, { partsInFlight: 1 + upTo(5) })
      for (let lives = 2 + upTo(6); lives > 0; lives -= 1) {
        const stop = new AbortController()
        const flips = chance() < 0.5 ? 0.02 : 0
        const limit = chance() < 0.3 ? Infinity : upTo(130)
        const life = watched(dawdling(needs, chance), plan, (bytes) => {
          const at = upTo(bytes.length)
          if (chance() < flips) bytes[at] = (bytes[at] ?? 0) ^ 1
          if (life.parts.length <= limit) return
          if (chance() < 0.5) stop.abort()
          else throw new Error('no power')
        })
        await runConversion(life.needs, plan, { ...order, signal: stop.signal }).catch(() => undefined)
        for (const [name, digest] of digestsOf(kept)) expect(digest).toBe(whole.get(name))
        workbench.losePower(chance)
        if (chance() < 0.3) for (const { name } of plan.shards) if (chance() < 0.3) kept.delete(name)
        await damage(workbench, chance)
      }
      // Bits that flipped before may be found now; all in one file, or one in each.
      for (let tries = 0; tries < 2; tries += 1) await runConversion(needs, plan, order)
      expect(await runConversion(needs, plan, order)).toMatchObject({ ok: true, value: { kind: 'complete' } })
      expect(digestsOf(kept)).toEqual(whole)
      expect(workbench.names()).toEqual(['journal.jsonl'])
    }
  },
  60_000,
)

async function wholeModel(): Promise<ReadonlyMap<string, string>> {
  const { plan, order, needs, kept } = promisedTiny()
  await runConversion(needs, plan, order)
  return digestsOf(kept)
}

/** Takes scratch files away, and makes the saved hashes those of another version. */
async function damage(workbench: MemoryWorkbench, chance: () => number): Promise<void> {
  if (chance() < 0.3)
    for (const name of workbench.names()) if (name.startsWith('scratch') && chance() < 0.3) await workbench.remove(name)
  if (chance() > 0.1) return
  const journal = await workbench.open('journal.jsonl')
  const text = new TextDecoder().decode(journal.read(0, journal.size()))
  journal.write(0, new TextEncoder().encode(text.replace(/"saved":"..../g, '"saved":"AAAA')))
  journal.flush()
  journal.close()
}

/** Answers now sooner, now later. */
function dawdling<S, F>(needs: ConversionNeeds<S, F>, chance: () => number): ConversionNeeds<S, F> {
  const dawdle = async (): Promise<void> => {
    if (chance() < 0.2) await new Promise((resume) => setImmediate(resume))
    for (let turns = 4 * chance(); turns > 1; turns -= 1) await Promise.resolve()
  }
  return {
    ...needs,
    source: { read: (...asked) => dawdle().then(() => needs.source.read(...asked)) },
    convert: { convert: (...asked) => dawdle().then(() => needs.convert.convert(...asked)) },
  }
}

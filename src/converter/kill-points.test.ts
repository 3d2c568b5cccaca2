import { expect, it } from 'vitest'
import { anOrder, conversionNeeds, planTiny } from '../testing/builders/conversions.ts'
import { openLcg } from '../testing/builders/lcg.ts'
import { quantizationVectors, tinyModelFiles } from '../testing/builders/quantization-vectors.ts'
import { openMemoryWorkbench } from '../testing/fakes/memory-workbench.ts'
import type { MemoryWorkbench } from '../testing/fakes/memory-workbench.ts'
import { sha256Of } from '../testing/fakes/node-hasher.ts'
import type { ByteSource, Finished, Workbench } from './conversion-ports.ts'
import { readJournal } from './journal.ts'
import { runConversion } from './run-conversion.ts'

/** Small shards, so that parts, shards and documents are under way together. */
const models = quantizationVectors().tiny_models.filter(({ shard_cap_nbytes: cap }) => cap < 10_000)
const killPoints = 120

it.each(models)(
  `survives losing power at any call, ${killPoints} times: $name`,
  async (model) => {
    const files = tinyModelFiles(model)
    const plan = planTiny(model, files, 1500)
    const whole = new Map<string, Uint8Array>()
    const calls = { left: Infinity, made: 0 }
    const undisturbed = mortal(conversionNeeds(files, whole), calls)
    await runConversion(undisturbed, plan, anOrder(files))
    const random = openLcg(7)
    const chance = (): number => random() / 65536

    for (let round = 0; round < killPoints; round += 1) {
      const workbench = openMemoryWorkbench()
      const kept = new Map<string, Uint8Array>()
      const needs = conversionNeeds(files, kept, workbench)
      let readBefore = new Set<number>()
      // Twice on the way, and then undisturbed.
      for (const left of [Math.floor(chance() * calls.made), Math.floor(chance() * calls.made), Infinity]) {
        const reads: number[] = []
        const source: ByteSource<string> = {
          read(file, begin, end, signal) {
            reads.push(plan.parts.findIndex((part) => part.file === file && part.begin === begin))
            return needs.source.read(file, begin, end, signal)
          },
        }
        const run = runConversion(mortal({ ...needs, source }, { left, made: 0 }), plan, anOrder(files))
        const ended = await run.catch(() => undefined)
        if (left === Infinity) expect(ended).toMatchObject({ ok: true, value: { kind: 'complete' } })
        expect(reads.filter((part) => readBefore.has(part))).toEqual([])
        expectNoHalfModel(kept, whole)
        workbench.losePower(chance)
        readBefore = journalled(workbench)
      }
      expect(workbench.names()).toEqual([])
      expect(digests(kept)).toEqual(digests(whole))
    }
  },
  60_000,
)

function digests(kept: ReadonlyMap<string, Uint8Array>): Readonly<Record<string, string>> {
  return Object.fromEntries([...kept].map(([name, bytes]) => [name, sha256Of(bytes)]))
}

/** The parts that a journal which survived says are done. */
function journalled(workbench: MemoryWorkbench): Set<number> {
  const { entries } = readJournal(workbench.contents('journal.jsonl') ?? new Uint8Array())
  return new Set(entries.flatMap((entry) => ('part' in entry ? [entry.part] : [])))
}

function expectNoHalfModel(kept: ReadonlyMap<string, Uint8Array>, whole: ReadonlyMap<string, Uint8Array>): void {
  if (kept.has('munjin-manifest.json')) expect([...kept.keys()].sort()).toEqual([...whole.keys()].sort())
}

/** Every port ends with the call at which none is left: that call is half made or not at all, and none after it. */
function mortal<Needs extends ReturnType<typeof conversionNeeds>>(
  needs: Needs,
  calls: { left: number; made: number },
): Needs {
  const live = (): void => {
    calls.made += 1
    calls.left -= 1
    if (calls.left < 0) throw new Error('no power')
  }
  const workbench: Workbench = {
    async open(name) {
      live()
      const file = await needs.workbench.open(name)
      const alive = <T>(act: () => T): T => {
        live()
        return act()
      }
      return {
        size: () => alive(() => file.size()),
        read: (at, length) => alive(() => file.read(at, length)),
        write: (at, bytes) => alive(() => file.write(at, bytes)),
        truncate: (bytes) => alive(() => file.truncate(bytes)),
        flush: () => alive(() => file.flush()),
        close: () => alive(() => file.close()),
      }
    },
    async list() {
      live()
      return needs.workbench.list()
    },
    async remove(name) {
      live()
      return needs.workbench.remove(name)
    },
  }
  const finished: Finished<string> = {
    async put(file, content) {
      live()
      const put = await needs.finished.put(file, content)
      // The file may be there although nobody heard of it.
      live()
      return put
    },
    async has(name, bytes) {
      live()
      return needs.finished.has(name, bytes)
    },
  }
  const source: ByteSource<string> = {
    async read(...asked) {
      live()
      return needs.source.read(...asked)
    },
  }
  return { ...needs, workbench, finished, source }
}

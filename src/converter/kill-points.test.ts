import { expect, it } from 'vitest'
import {
  anOrder,
  conversionNeeds,
  digestsOf,
  openFinished,
  planTiny,
  promisesOf,
} from '../testing/builders/conversions.ts'
import { openLcg } from '../testing/builders/lcg.ts'
import type { TinyModel } from '../testing/builders/quantization-vectors.ts'
import { quantizationVectors, tinyModelFiles } from '../testing/builders/quantization-vectors.ts'
import { withUnneeded } from '../testing/builders/safetensors.ts'
import { openMemoryWorkbench } from '../testing/fakes/memory-workbench.ts'
import type { MemoryWorkbench } from '../testing/fakes/memory-workbench.ts'
import { spansOf } from './conversion-part.ts'
import type { ByteSource, Finished, Workbench } from './conversion-ports.ts'
import { readJournal } from './journal.ts'
import type { ConversionPlan } from './plan.ts'
import { runConversion } from './run-conversion.ts'

/** Small shards, so that parts, shards and documents are under way together. */
const models = quantizationVectors().tiny_models.filter(({ shard_cap_nbytes: cap }) => cap < 10_000)
const killPoints = 120

/** Of the two files of a model, how many the source knows the hashes of. */
const cases = models.flatMap((model, at) =>
  [0, 1, 2]
    .slice(2 * at)
    .map((promised) => ({ model, promised, name: `${promised} hashes known, ${model.quantization}` })),
)

it.each(cases)(
  `survives losing power at any call, ${killPoints} times: $name`,
  async ({ model, promised }) => {
    const { needs: undisturbed, plan, order, whole, calls } = await wholeRun(model, promised)
    expect(plan.hashed).toHaveLength(promised)
    const random = openLcg(7)
    const chance = (): number => random() / 65536

    for (let round = 0; round < killPoints; round += 1) {
      const workbench = openMemoryWorkbench()
      const kept = new Map<string, Uint8Array>()
      const needs = { ...undisturbed, workbench, finished: openFinished(kept) }
      let readBefore = new Set<number>()
      // Twice on the way, and then undisturbed.
      for (const left of [Math.floor(chance() * calls), Math.floor(chance() * calls), Infinity]) {
        const reads: number[] = []
        const source = tellingSource(needs.source, plan, (part) => reads.push(part))
        const run = runConversion(mortal({ ...needs, source }, { left, made: 0 }), plan, order)
        const ended = await run.catch(() => undefined)
        if (left === Infinity) expect(ended).toMatchObject({ ok: true, value: { kind: 'complete' } })
        expect(reads.filter((part) => readBefore.has(part))).toEqual([])
        expectNoHalfModel(kept, whole)
        workbench.losePower(chance)
        readBefore = journalled(workbench)
      }
      expect(workbench.names()).toEqual(['journal.jsonl'])
      expect(digestsOf(kept)).toEqual(digestsOf(whole))
    }
  },
  60_000,
)

it(`notices bits that flip on the way while power is lost, ${killPoints} times`, async () => {
  const [model] = models
  if (model === undefined) throw new Error('no model with small shards')
  const { needs: undisturbed, plan, order, whole, calls } = await wholeRun(model, 2)
  const random = openLcg(11)
  const chance = (): number => random() / 65536
  let wrong = 0
  for (let round = 0; round < killPoints; round += 1) {
    const workbench = openMemoryWorkbench()
    const kept = new Map<string, Uint8Array>()
    const needs = { ...undisturbed, workbench, finished: openFinished(kept) }
    const bad = Math.floor(chance() * plan.parts.length)
    const source: ByteSource<string> = {
      async read(file, begin, end, signal) {
        const read = await needs.source.read(file, begin, end, signal)
        if (read.ok && plan.parts[bad]?.file === file && plan.parts[bad].begin === begin) {
          const at = Math.floor(chance() * read.value.length)
          read.value[at] = (read.value[at] ?? 0) ^ 1
        }
        return read
      },
    }
    await runConversion(
      mortal({ ...needs, source }, { left: Math.floor(chance() * calls), made: 0 }),
      plan,
      order,
    ).catch(() => undefined)
    expectNoHalfModel(kept, whole)
    workbench.losePower(chance)
    // What the flipped bit had come into is found at the end of its file, if it is not found before.
    let ended = await runConversion(needs, plan, order)
    if (!ended.ok) {
      expect(ended.failure).toEqual({ kind: 'wrongHash', file: plan.parts[bad]?.file })
      expect(kept.has('munjin-manifest.json')).toBe(false)
      wrong += 1
      ended = await runConversion(needs, plan, order)
    }
    expect(ended).toMatchObject({ ok: true, value: { kind: 'complete' } })
    expect(digestsOf(kept)).toEqual(digestsOf(whole))
  }
  expect(wrong).toBeGreaterThan(10)
}, 60_000)

it(`gets lost shards back although power is lost, ${killPoints} times`, async () => {
  const [model] = models
  if (model === undefined) throw new Error('no model with small shards')
  const { needs: undisturbed, plan, order, whole, calls } = await wholeRun(model, 1)
  const random = openLcg(13)
  const chance = (): number => random() / 65536
  for (let round = 0; round < killPoints; round += 1) {
    const workbench = openMemoryWorkbench()
    const kept = new Map<string, Uint8Array>()
    const needs = { ...undisturbed, workbench, finished: openFinished(kept) }
    await runConversion(needs, plan, order)
    const lost = plan.shards.filter(() => chance() < 0.3)
    for (const { name } of lost) kept.delete(name)
    const owed = plan.parts.filter((part) =>
      spansOf(part).some(({ shard }) => lost.some(({ index }) => index === shard)),
    )
    const share = owed.length / plan.parts.length
    const reads: number[] = []
    for (const left of [Math.floor(chance() * calls * share), Math.floor(chance() * calls * share), Infinity]) {
      const source = tellingSource(needs.source, plan, (part) => reads.push(part))
      const run = runConversion(mortal({ ...needs, source }, { left, made: 0 }), plan, order)
      const ended = await run.catch(() => undefined)
      if (left === Infinity) expect(ended).toMatchObject({ ok: true, value: { kind: 'complete' } })
      workbench.losePower(chance)
    }
    expect(new Set(reads)).toEqual(new Set(owed.map(({ index }) => index)))
    expect(workbench.names()).toEqual(['journal.jsonl'])
    expect(digestsOf(kept)).toEqual(digestsOf(whole))
  }
}, 60_000)

/** A run without a disturbance, and how many calls its ports got. */
async function wholeRun(model: TinyModel, promised: number) {
  const files = new Map([...tinyModelFiles(model)].map(([name, bytes]) => [name, withUnneeded(bytes)]))
  const promises = promisesOf(files, [...files.keys()].slice(0, promised))
  const plan = planTiny(model, files, 1500, promises)
  const order = anOrder(files, { source: { repository: 'someone/tiny', revision: 'main', files: promises } })
  const whole = new Map<string, Uint8Array>()
  const needs = conversionNeeds(files, whole)
  const calls = { left: Infinity, made: 0 }
  await runConversion(mortal(needs, calls), plan, order)
  return { needs, plan, order, whole, calls: calls.made }
}

function tellingSource(
  source: ByteSource<string>,
  plan: ConversionPlan,
  onRead: (part: number) => void,
): ByteSource<string> {
  return {
    read(file, begin, end, signal) {
      onRead(plan.parts.findIndex((part) => part.file === file && part.begin === begin))
      return source.read(file, begin, end, signal)
    },
  }
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

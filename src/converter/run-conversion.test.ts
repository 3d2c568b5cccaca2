import { describe, expect, it } from 'vitest'
import type { ModelFiles } from '../testing/builders/conversions.ts'
import { anOrder, conversionNeeds, planTiny, sourceOf } from '../testing/builders/conversions.ts'
import { quantizationVectors, tinyModelFiles } from '../testing/builders/quantization-vectors.ts'
import { openMemoryWorkbench } from '../testing/fakes/memory-workbench.ts'
import { sha256Of } from '../testing/fakes/node-hasher.ts'
import type { ConversionProgress } from './conversion-ledger.ts'
import type { MunjinManifest } from './manifest.ts'
import { runConversion } from './run-conversion.ts'

const models = quantizationVectors().tiny_models

describe('a whole conversion', () => {
  it.each(models)('makes the shards and the index of $name', async (model) => {
    const files = tinyModelFiles(model)
    const kept = new Map<string, Uint8Array>()
    const plan = planTiny(model, files, 1500)
    const ended = await runConversion(conversionNeeds(files, kept), plan, anOrder(files))
    expect(ended).toMatchObject({ ok: true, value: { kind: 'complete' } })
    expect(jsonOf(kept, 'tensor-cache.json')).toEqual(model.expected)
  })

  it('puts a manifest that names every other file with its bytes and hash', async () => {
    const { files, plan } = tiny()
    const kept = new Map<string, Uint8Array>()
    await runConversion(conversionNeeds(files, kept), plan, anOrder(files))
    const manifest = jsonOf(kept, 'munjin-manifest.json') as MunjinManifest
    expect(manifest).toMatchObject({ format: 'munjin-manifest', version: 1, model: 'tiny', quantization: 'q4f16_1' })
    expect(manifest.files.map(({ name }) => name).sort()).toEqual(
      [...kept.keys()].filter((name) => name !== 'munjin-manifest.json').sort(),
    )
    for (const { name, bytes, sha256 } of manifest.files) {
      const content = kept.get(name) ?? new Uint8Array()
      expect([bytes, sha256]).toEqual([content.length, sha256Of(content)])
    }
  })

  it('leaves nothing on the workbench', async () => {
    const { files, plan } = tiny()
    const workbench = openMemoryWorkbench()
    await runConversion(conversionNeeds(files, new Map(), workbench), plan, anOrder(files))
    expect(workbench.names()).toEqual(['journal.jsonl'])
  })

  it('tells its progress, which only grows', async () => {
    const { files, plan } = tiny()
    const seen: ConversionProgress[] = []
    await runConversion(
      conversionNeeds(files, new Map()),
      plan,
      anOrder(files, { onProgress: (progress) => seen.push(progress) }),
    )
    const { sourceBytes } = plan.totals
    expect(seen.at(0)).toMatchObject({ partsDone: 0, sourceBytesDone: 0, shardsDone: 0 })
    expect(seen.at(-1)).toMatchObject({ partsDone: plan.parts.length, sourceBytesDone: sourceBytes, sourceBytes })
    expect(seen.at(-1)?.shardsDone).toBe(plan.shards.length)
    seen.reduce((before, now) => {
      expect(now.sourceBytesDone).toBeGreaterThanOrEqual(before.sourceBytesDone)
      return now
    })
  })

  it.each([1, 2, 5])('reads at most %i parts at once', async (partsInFlight) => {
    const { files, plan } = tiny()
    const needs = conversionNeeds(files, new Map())
    let open = 0
    let most = 0
    const source: typeof needs.source = {
      async read(...asked) {
        open += 1
        most = Math.max(most, open)
        await new Promise((resume) => setImmediate(resume))
        open -= 1
        return needs.source.read(...asked)
      },
    }
    await runConversion({ ...needs, source }, plan, anOrder(files, { partsInFlight }))
    expect(most).toBe(partsInFlight)
  })
})

describe('a conversion that ends early', () => {
  it('is stopped within a part, and goes on from there', async () => {
    const { files, plan } = tiny()
    const workbench = openMemoryWorkbench()
    const kept = new Map<string, Uint8Array>()
    const needs = conversionNeeds(files, kept, workbench)
    const stop = new AbortController()
    let reads = 0
    const source: typeof needs.source = {
      read(...asked) {
        reads += 1
        if (reads === 7) stop.abort()
        return needs.source.read(...asked)
      },
    }
    const first = await runConversion({ ...needs, source }, plan, anOrder(files, { signal: stop.signal }))
    expect(first).toEqual({ ok: true, value: { kind: 'stopped' } })
    expect(kept.has('munjin-manifest.json')).toBe(false)
    const before = reads
    const second = await runConversion({ ...needs, source }, plan, anOrder(files))
    expect(second).toMatchObject({ ok: true, value: { kind: 'complete' } })
    expect(reads - before).toBeLessThan(plan.parts.length)
  })

  it('names the file that could not be read', async () => {
    const { files, plan } = tiny()
    const ended = await runConversion(
      { ...conversionNeeds(files, new Map()), source: sourceOf(new Map()) },
      plan,
      anOrder(files),
    )
    const file = plan.parts[0]?.file
    expect(ended).toEqual({ ok: false, failure: { kind: 'source', file, failure: `no ${file}` } })
  })

  it('says that the workbench failed, with what it threw', async () => {
    const { files, plan } = tiny()
    const workbench = openMemoryWorkbench()
    const full = new Error('QuotaExceededError')
    const open: typeof workbench.open = async (name) => ({
      ...(await workbench.open(name)),
      write() {
        throw full
      },
    })
    const ended = await runConversion(
      { ...conversionNeeds(files, new Map()), workbench: { ...workbench, open } },
      plan,
      anOrder(files),
    )
    expect(ended).toEqual({ ok: false, failure: { kind: 'workbench', error: full } })
  })

  it('begins anew for another source, and leaves nothing of the old one', async () => {
    const { files, plan } = tiny()
    const { workbench, stopped } = await stoppedHalfway(files)
    const scratch = workbench.names().filter((name) => name.startsWith('scratch'))
    expect([stopped, scratch.length > 0]).toEqual([true, true])
    const reads = await readsOf(files, workbench, { revision: 'other' })
    expect(reads).toBe(plan.parts.length)
    expect(workbench.names()).toEqual(['journal.jsonl'])
  })

  it('converts again what a lost scratch file held', async () => {
    const { files } = tiny()
    const { workbench, kept, done } = await stoppedHalfway(files)
    for (const name of workbench.names()) if (name.startsWith('scratch')) await workbench.remove(name)
    const reads = await readsOf(files, workbench, {}, kept)
    expect(reads).toBeGreaterThan(tiny().plan.parts.length - done)
    expect(jsonOf(kept, 'tensor-cache.json')).toEqual(tiny().model.expected)
  })

  it('converts again a finished shard that is gone', async () => {
    const { files } = tiny()
    const { workbench, kept } = await stoppedHalfway(files)
    const shard = [...kept.keys()].find((name) => name.startsWith('params_shard'))
    expect(shard).toBeDefined()
    kept.delete(shard ?? '')
    await readsOf(files, workbench, {}, kept)
    expect(jsonOf(kept, 'tensor-cache.json')).toEqual(tiny().model.expected)
    expect(kept.has(shard ?? '')).toBe(true)
  })
})

function tiny() {
  const model = models.find(({ name }) => name.includes('4096') || name.includes('small'))
  const wanted =
    model ?? models.find(({ shard_cap_nbytes: cap, quantization }) => cap < 10_000 && quantization === 'q4f16_1')
  if (wanted === undefined) throw new Error('no tiny model with small shards')
  const files = tinyModelFiles(wanted)
  return { model: wanted, files, plan: planTiny(wanted, files, 1500) }
}

async function stoppedHalfway(files: ModelFiles) {
  const { plan } = tiny()
  const workbench = openMemoryWorkbench()
  const kept = new Map<string, Uint8Array>()
  const stop = new AbortController()
  let done = 0
  const onProgress = ({ partsDone }: ConversionProgress): void => {
    done = partsDone
    if (partsDone > plan.parts.length / 2) stop.abort()
  }
  const ended = await runConversion(
    conversionNeeds(files, kept, workbench),
    plan,
    anOrder(files, { signal: stop.signal, onProgress }),
  )
  return { workbench, kept, done, stopped: ended.ok && ended.value.kind === 'stopped' }
}

/** Runs to the end and counts the parts that were read. */
async function readsOf(
  files: ModelFiles,
  workbench: ReturnType<typeof openMemoryWorkbench>,
  identity: { readonly revision?: string },
  kept = new Map<string, Uint8Array>(),
): Promise<number> {
  const needs = conversionNeeds(files, kept, workbench)
  const order = anOrder(files)
  let reads = 0
  const source: typeof needs.source = {
    read(...asked) {
      reads += 1
      return needs.source.read(...asked)
    },
  }
  const ended = await runConversion({ ...needs, source }, tiny().plan, {
    ...order,
    source: { ...order.source, ...identity },
  })
  expect(ended).toMatchObject({ ok: true, value: { kind: 'complete' } })
  return reads
}

function jsonOf(kept: ReadonlyMap<string, Uint8Array>, name: string): unknown {
  return JSON.parse(new TextDecoder().decode(kept.get(name)))
}

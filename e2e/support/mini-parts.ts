import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import type { ByteSource } from '#converter/conversion-ports.ts'
import type { ConversionPart } from '#converter/conversion-part.ts'
import { planConversion } from '#converter/plan.ts'
import { readModel } from '#converter/read-model.ts'
import { succeed } from '#lib/result.ts'
import { buildId } from '#domain/models/offer.ts'
import { supplyFolder } from '#supply/scratch-folders.ts'
import { miniAsRepository } from '#testing/builders/mini-as-published.ts'
import { miniBuild } from './mini-supply.ts'

// What the app plans for the embedded model's own checkpoint, and how much of it a page has done.

type MiniFiles = Readonly<Record<string, Uint8Array<ArrayBuffer>>>

/** The plan that the app makes of the same files. */
export async function planMiniParts(files: MiniFiles): Promise<readonly ConversionPart[]> {
  const source: ByteSource<never> = {
    read: (file, begin, end) => Promise.resolve(succeed(files[file]?.slice(begin, end) ?? new Uint8Array(0))),
  }
  const list = Object.entries(files).map(([name, { length }]) => ({ name, bytes: length }))
  const facts = await readModel(source, list, new AbortController().signal)
  if (!facts.ok) throw new Error(JSON.stringify(facts.failure))
  const { config, headers, weightOrder } = facts.value
  const plan = planConversion({
    ...{
      config,
      headers,
      quantization: miniBuild.library.quantization,
      promises: list.map(({ name, bytes }) => withHash(files, name, bytes)),
    },
    ...(weightOrder === undefined ? {} : { weightOrder }),
  })
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure))
  return plan.value.parts
}

/** The hub tells the hashes of large files alone. */
function withHash(files: MiniFiles, name: string, bytes: number) {
  const content = files[name]
  const isLarge = bytes >= (miniAsRepository(files).largeFrom ?? 0)
  return isLarge && content !== undefined
    ? { name, bytes, sha256: createHash('sha256').update(content).digest('hex') }
    : { name, bytes }
}

/** The parts that the journal on the disk says are done. */
export async function readDoneParts(page: Page): Promise<ReadonlySet<number>> {
  const journal = await page.evaluate(
    async ([folder, id]) => {
      const root = await navigator.storage.getDirectory()
      try {
        const own = await (await root.getDirectoryHandle(folder)).getDirectoryHandle(id)
        return await (await (await own.getFileHandle('journal.jsonl')).getFile()).text()
      } catch {
        return ''
      }
    },
    [supplyFolder, buildId(miniBuild)] as const,
  )
  return new Set([...journal.matchAll(/"part":(\d+)/g)].map(([, part]) => Number(part)))
}

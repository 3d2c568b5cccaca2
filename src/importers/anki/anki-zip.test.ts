import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { damagedBy, damages } from '#testing/fixtures/imports/import-fixture.ts'
import { unzipEntry, zipEntries } from './anki-zip.ts'

const files = { 'collection.anki2': strToU8('심방세동 '.repeat(100)), media: strToU8('{}') }
const deflated = zipSync(files)

function contentOf(zip: Uint8Array, name: string, limit = 10_000): unknown {
  const entry = zipEntries(zip)?.find((one) => one.name === name)
  if (entry === undefined) return 'missing'
  const content = unzipEntry(zip, entry, limit)
  return content.ok ? new TextDecoder().decode(content.value) : content.failure
}

/** The zip file with a number of four bytes written over. */
function withNumber(at: number, value: number): Uint8Array {
  const copy = deflated.slice()
  new DataView(copy.buffer).setUint32(at, value, true)
  return copy
}

const view = new DataView(deflated.buffer, deflated.byteOffset)
const end = deflated.length - 22
const directory = view.getUint32(end + 16, true)

describe('a zip file', () => {
  it.each([
    ['deflated', deflated],
    ['stored', zipSync(files, { level: 0 })],
    ['with a comment at its end', Uint8Array.of(...deflated, ...strToU8('exported'))],
    ['as part of a larger buffer', Uint8Array.of(1, 2, 3, ...deflated).subarray(3)],
  ])('gives what it holds: %s', (_, zip) => {
    expect(zipEntries(zip)?.map(({ name }) => name)).toEqual(['collection.anki2', 'media'])
    expect(contentOf(zip, 'collection.anki2')).toBe('심방세동 '.repeat(100))
    expect(contentOf(zip, 'media')).toBe('{}')
  })

  it('may have the numbers of zip64', () => {
    const tail = new DataView(new ArrayBuffer(76 + 22))
    tail.setUint32(0, 0x06064b50, true)
    tail.setBigUint64(32, 2n, true)
    tail.setBigUint64(48, BigInt(directory), true)
    tail.setUint32(56, 0x07064b50, true)
    tail.setBigUint64(64, BigInt(end), true)
    tail.setUint32(76, 0x06054b50, true)
    tail.setUint16(86, 0xffff, true)
    const zip = Uint8Array.of(...deflated.subarray(0, end), ...new Uint8Array(tail.buffer))
    expect(contentOf(zip, 'media')).toBe('{}')
  })

  it('is not unpacked beyond the limit, nor beyond what its bytes can hold', () => {
    expect(contentOf(deflated, 'collection.anki2', 1_299)).toBe('tooLarge')
    expect(contentOf(deflated, 'collection.anki2', 1_300)).toBe('심방세동 '.repeat(100))
    expect(contentOf(withNumber(directory + 24, 200_000_000), 'collection.anki2', 300_000_000)).toBe('damaged')
  })

  it('is not read when it is encrypted, or packed in another way', () => {
    expect(contentOf(withNumber(directory + 8, 0x0008_0001), 'collection.anki2')).toBe('unsupported')
    expect(contentOf(withNumber(directory + 8, 0x000e_0000), 'collection.anki2')).toBe('unsupported')
  })

  it('is damaged when it breaks off, or a checksum is not right', () => {
    expect(zipEntries(deflated.slice(0, -1))).toBeNull()
    expect(zipEntries(strToU8('PK'))).toBeNull()
    expect(zipEntries(withNumber(end + 16, 7))).toBeNull()
    expect(contentOf(withNumber(directory + 16, 7), 'collection.anki2')).toBe('damaged')
    expect(contentOf(withNumber(directory + 42, 7), 'collection.anki2')).toBe('damaged')
  })

  it('that is damaged is read or refused, 200 times', () => {
    const property = fc.property(damages, (all) => {
      const zip = damagedBy(deflated, all)
      for (const entry of zipEntries(zip) ?? []) {
        const content = unzipEntry(zip, entry, 100_000)
        expect(content.ok ? content.value.length : entry.size).toBe(entry.size)
      }
    })
    fc.assert(property, { seed: 8, numRuns: 200 })
  })
})

import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { damagedBy, damages, importFixture } from '#testing/fixtures/imports/import-fixture.ts'
import { unzstd, unzstdExactly } from './zstd.ts'

const word = [...new TextEncoder().encode('aorta')]

interface Frame {
  readonly size: number
  readonly block: readonly number[]
  readonly type: number
  readonly blockSize: number
}

/** A frame with a size of one byte and one block. The flags say: one segment, no checksum. */
function frame(parts: Partial<Frame> = {}): Uint8Array {
  const { size, block, type, blockSize } = { size: word.length, block: word, type: 0, blockSize: word.length, ...parts }
  const header = (blockSize << 3) | (type << 1) | 1
  return Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x20, size, header & 0xff, (header >> 8) & 0xff, header >> 16, ...block)
}

/** Of 139,264 bytes, which it does not say of itself. */
async function ankiCollection(): Promise<Uint8Array> {
  const packed = unzipSync(await importFixture('anki-new.apkg'))['collection.anki21b']
  if (packed === undefined) throw new Error('no collection')
  return packed
}

describe('a Zstandard frame', () => {
  it('is decompressed', () => {
    expect(unzstd(frame(), 100)).toEqual({ ok: true, value: Uint8Array.from(word) })
    expect(unzstdExactly(frame({ type: 1, block: [0x61], blockSize: 5 }), 5)).toEqual(new TextEncoder().encode('aaaaa'))
  })

  it('that Anki wrote without a size is decompressed up to the limit', async () => {
    const packed = await ankiCollection()
    const read = unzstd(packed, 139_264)
    expect(read.ok && new TextDecoder().decode(read.value.subarray(0, 15))).toBe('SQLite format 3')
    expect(read.ok && read.value.length).toBe(139_264)
    expect(unzstd(packed, 139_263)).toEqual({ ok: false, failure: 'tooLarge' })
  })

  it('is refused by the size that it states', () => {
    expect(unzstd(frame(), 4)).toEqual({ ok: false, failure: 'tooLarge' })
    const giant = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0xff, 0xff, 0xff, 0x7f, 1, 0, 0)
    expect(unzstd(giant, 300_000_000)).toEqual({ ok: false, failure: 'tooLarge' })
    expect(unzstdExactly(frame(), 6)).toBeNull()
  })

  it('is not read when it reaches back by more than 8 MiB', () => {
    const long = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, (14 << 3) | 0, 1, 0, 0, 0)
    expect(unzstd(long, 1_000)).toEqual({ ok: false, failure: 'unsupported' })
  })

  it.each([
    ['is cut off', frame().slice(0, -1)],
    ['has a block of more than 128 KiB', frame({ type: 1, block: [0x61], blockSize: 200_000 })],
    ['has a block of no known kind', frame({ type: 3 })],
    ['is something else', Uint8Array.from(word)],
    ['is empty', new Uint8Array()],
  ])('is damaged when it %s', (_, bytes) => {
    expect(unzstd(bytes, 1_000_000)).toEqual({ ok: false, failure: 'damaged' })
    expect(unzstdExactly(bytes, 5)).toBeNull()
  })

  it('that is damaged is read or refused, 200 times', async () => {
    const good = await ankiCollection()
    const property = fc.property(damages, (all) => {
      const read = unzstd(damagedBy(good, all), 1_000_000)
      expect(read.ok ? read.value.length : 0).toBeLessThanOrEqual(1_000_000)
    })
    fc.assert(property, { seed: 5, numRuns: 200 })
  }, 60_000)
})

import { describe, expect, it } from 'vitest'
import { readThrift } from './thrift.ts'

function read(...bytes: readonly number[]): unknown {
  return readThrift(Uint8Array.from(bytes), 0)
}

describe("a struct of Thrift's compact protocol", () => {
  it('has its fields by number, whether they are counted on or written out', () => {
    const struct = new Map<number, unknown>([
      [1, 2],
      [2, true],
      [20, -1],
    ])
    expect(read(0x15, 0x04, 0x11, 0x06, 0x28, 0x01, 0x00, 0xff)).toEqual({ struct, end: 7 })
  })

  it('holds texts, lists and structs', () => {
    const struct = new Map<number, unknown>([
      [1, Uint8Array.of(0x41, 0x42)],
      [2, [1, -2]],
      [3, new Map([[1, false]])],
    ])
    expect(read(0x18, 0x02, 0x41, 0x42, 0x19, 0x25, 0x02, 0x03, 0x1c, 0x12, 0x00, 0x00)).toEqual({ struct, end: 12 })
  })

  it('may hold numbers of 64 bits', () => {
    const bytes = [0x16, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01, 0x00]
    expect(read(...bytes)).toEqual({ struct: new Map([[1, 2 ** 34]]), end: 8 })
  })

  it.each([
    ['ends in the middle', [0x15]],
    ['has a number without an end', [0x16, ...Array<number>(20).fill(0x80), 0x01, 0x00]],
    ['has a text beyond the end', [0x18, 0xff, 0xff, 0xff, 0x7f, 0x00]],
    ['has a list of more values than there are bytes', [0x19, 0xf5, 0xff, 0xff, 0xff, 0x7f, 0x00]],
    ['has a map, which parquet has not', [0x1b, 0x00, 0x00]],
    ['nests without end', Array<number>(10_000).fill(0x1c)],
    ['nests lists without end', [0x19, ...Array<number>(10_000).fill(0x19)]],
  ])('is none when it %s', (_, bytes) => {
    expect(read(...bytes)).toBeNull()
  })
})

/** What a struct of Thrift's compact protocol holds, by the numbers of its fields. Numbers of 64 bits are rounded. */
export type ThriftStruct = ReadonlyMap<number, ThriftValue>
export type ThriftValue = number | boolean | Uint8Array | ThriftStruct | readonly ThriftValue[]

export interface ThriftRead {
  readonly struct: ThriftStruct
  /** Where the byte after it stands. */
  readonly end: number
}

/** Structs and lists within each other. Parquet has six at most. */
const maxDepth = 24

/**
 * Reads one struct in Thrift's compact protocol, as it stands in parquet files. Null where it breaks the protocol, runs beyond
 * the bytes, or nests more than 24 levels deep: the time and the memory that it takes are in proportion to its bytes.
 * https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md
 */
export function readThrift(bytes: Uint8Array, start: number): ThriftRead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const cursor: Cursor = { view, at: start }
    const struct = readStruct(cursor, 0)
    return { struct, end: cursor.at }
  } catch (error) {
    // A read beyond the view is a RangeError too.
    if (error instanceof RangeError) return null
    throw error
  }
}

interface Cursor {
  readonly view: DataView
  at: number
}

function readStruct(cursor: Cursor, depth: number): ThriftStruct {
  const fields = new Map<number, ThriftValue>()
  let id = 0
  for (;;) {
    const head = byteOf(cursor)
    const type = head & 0x0f
    if (type === 0) return fields
    id = head >> 4 === 0 ? signed(varint(cursor, 5)) : id + (head >> 4)
    fields.set(id, type <= 2 ? type === 1 : readValue(cursor, type, depth + 1))
  }
}

function readValue(cursor: Cursor, type: number, depth: number): ThriftValue {
  if (depth > maxDepth) throw new RangeError('nested too deeply')
  switch (type) {
    // Within a list, a truth value has a byte of its own.
    case 1:
    case 2:
      return byteOf(cursor) === 1
    case 3:
      return (byteOf(cursor) << 24) >> 24
    case 4:
    case 5:
      return signed(varint(cursor, 5))
    case 6:
      return signed(varint(cursor, 10))
    case 7:
      cursor.at += 8
      return cursor.view.getFloat64(cursor.at - 8, true)
    case 8:
      return binaryOf(cursor)
    case 9:
      return listOf(cursor, depth)
    case 12:
      return readStruct(cursor, depth)
    default:
      throw new RangeError(`type ${type} is not in parquet`)
  }
}

function binaryOf(cursor: Cursor): Uint8Array {
  const length = varint(cursor, 5)
  const bytes = new Uint8Array(cursor.view.buffer, cursor.view.byteOffset + cursor.at, length)
  cursor.at += length
  if (cursor.at > cursor.view.byteLength) throw new RangeError('beyond the end')
  return bytes
}

function listOf(cursor: Cursor, depth: number): readonly ThriftValue[] {
  const head = byteOf(cursor)
  const length = head >> 4 === 15 ? varint(cursor, 5) : head >> 4
  // Every value has a byte at least.
  if (length > cursor.view.byteLength - cursor.at) throw new RangeError('beyond the end')
  const values: ThriftValue[] = []
  for (let index = 0; index < length; index++) values.push(readValue(cursor, head & 0x0f, depth + 1))
  return values
}

function byteOf(cursor: Cursor): number {
  cursor.at += 1
  return cursor.view.getUint8(cursor.at - 1)
}

/** An unsigned number, seven bits to a byte, of at most `most` bytes. */
function varint(cursor: Cursor, most: number): number {
  let value = 0
  for (let index = 0; index < most; index++) {
    const byte = byteOf(cursor)
    value += (byte & 0x7f) * 2 ** (7 * index)
    if (byte < 0x80) return value
  }
  throw new RangeError('a number without an end')
}

/** Zigzag: 0, -1, 1, -2, … */
function signed(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2
}

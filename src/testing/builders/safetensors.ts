import { joinBytes } from '#lib/join-bytes.ts'
/** Bytes of a safetensors file: the tensors one behind the other, in the order given. */
export function aSafetensorsFile(
  tensors: readonly {
    readonly name: string
    readonly dtype: string
    readonly shape: readonly number[]
    readonly data: Uint8Array
  }[],
): Uint8Array<ArrayBuffer> {
  let end = 0
  const entries = tensors.map(({ name, dtype, shape, data }) => {
    const begin = end
    end += data.length
    return [name, { dtype, shape, data_offsets: [begin, end] }] as const
  })
  return joinBytes([...framed(JSON.stringify(Object.fromEntries(entries))), ...tensors.map(({ data }) => data)])
}

/** A header of the caller's own making, before `data`. */
export function aFileWithHeader(header: string, data: Uint8Array = new Uint8Array()): Uint8Array<ArrayBuffer> {
  return joinBytes([...framed(header), data])
}

function framed(header: string): readonly Uint8Array[] {
  const text = new TextEncoder().encode(header)
  const length = new DataView(new ArrayBuffer(8))
  length.setBigUint64(0, BigInt(text.length), true)
  return [new Uint8Array(length.buffer), text]
}

/** The same weights among what nobody needs: a tensor before them and one behind, and a header filled up with spaces. */
export function withUnneeded(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const dataBegin = 8 + Number(new DataView(file.buffer).getBigUint64(0, true))
  const header = JSON.parse(new TextDecoder().decode(file.subarray(8, dataBegin))) as Record<string, HeaderEntry>
  const data = file.subarray(dataBegin)
  const extra = Uint8Array.from({ length: 4000 }, (_, at) => at)
  const entries = Object.entries(header).map(([name, entry]) => {
    const offsets = entry.data_offsets.map((offset) => offset + extra.length)
    return [name, { ...entry, data_offsets: offsets }] as const
  })
  const end = extra.length + data.length
  const unneeded = { dtype: 'U8', shape: [extra.length] }
  const text = JSON.stringify({
    'unneeded.front': { ...unneeded, data_offsets: [0, extra.length] },
    ...Object.fromEntries(entries),
    'unneeded.back': { ...unneeded, data_offsets: [end, end + extra.length] },
  })
  return aFileWithHeader(text + ' '.repeat(100), joinBytes([extra, data, extra]))
}

interface HeaderEntry {
  readonly data_offsets: readonly [number, number]
}

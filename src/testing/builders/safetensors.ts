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
  return joined([...framed(JSON.stringify(Object.fromEntries(entries))), ...tensors.map(({ data }) => data)])
}

/** A header of the caller's own making, before `data`. */
export function aFileWithHeader(header: string, data: Uint8Array = new Uint8Array()): Uint8Array<ArrayBuffer> {
  return joined([...framed(header), data])
}

function framed(header: string): readonly Uint8Array[] {
  const text = new TextEncoder().encode(header)
  const length = new DataView(new ArrayBuffer(8))
  length.setBigUint64(0, BigInt(text.length), true)
  return [new Uint8Array(length.buffer), text]
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** Everything in a tar file begins at a multiple of this. */
const block = 512

/**
 * The header of one file in an uncompressed tar file, in the `ustar` form that every system unpacks.
 *
 * @param path at most 100 letters of ASCII
 * @param bytes less than 8 GiB, which is what eleven octal digits hold
 * @param seconds since the epoch: when the file was last changed
 */
export function tarHeader(path: string, bytes: number, seconds: number): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(block)
  const put = (at: number, text: string): void =>
    header.set(
      Array.from(text, (letter) => letter.charCodeAt(0)),
      at,
    )
  const octal = (value: number, digits: number): string => Math.floor(value).toString(8).padStart(digits, '0')
  put(0, path)
  put(100, octal(0o644, 7))
  put(108, octal(0, 7))
  put(116, octal(0, 7))
  put(124, octal(bytes, 11))
  put(136, octal(seconds, 11))
  // The checksum is taken over the header with spaces in its own place.
  put(148, ' '.repeat(8))
  put(156, '0')
  put(257, 'ustar')
  put(263, '00')
  const sum = header.reduce((total, byte) => total + byte, 0)
  put(148, `${octal(sum, 6)}\0 `)
  return header
}

/** What fills a file's last block up. */
export function tarPadding(bytes: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array((block - (bytes % block)) % block)
}

/** What ends a tar file. */
export function tarEnd(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(2 * block)
}

import type { FileFault } from '#domain/importing/import-fault.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'

export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string
  readonly encoding: TextEncoding
}

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'euc-kr'

/** Byte order marks: https://encoding.spec.whatwg.org/#bom-sniff */
const marks: readonly { readonly encoding: TextEncoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]

/**
 * The text of a file. Its byte order mark is believed; without one it is UTF-16 where zero bytes tell so, otherwise
 * UTF-8, and otherwise CP949, as which a Korean Excel saves CSV: the Encoding Standard's `euc-kr` decodes all of it
 * (https://encoding.spec.whatwg.org/#euc-kr). Decoding is strict: one byte that the encoding does not know, and the
 * file is not taken.
 *
 * Faults: `empty` for no bytes or nothing but a mark; `unknownEncoding` for what is no text, or is in none of these
 * encodings.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText, FileFault> {
  for (const encoding of likelyEncodings(bytes)) {
    const text = decoded(bytes, encoding)
    if (text === '') return fail({ kind: 'empty', place: null, detail: '' })
    if (text !== null && isWritten(text)) return succeed({ text, encoding })
  }
  return fail({ kind: 'unknownEncoding', place: null, detail: '' })
}

function likelyEncodings(bytes: Uint8Array): readonly TextEncoding[] {
  const marked = marks.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte))
  if (marked !== undefined) return [marked.encoding]
  if (bytes.includes(0)) return wideEncodings(bytes)
  return looksKorean(bytes) ? ['utf-8', 'euc-kr'] : ['utf-8']
}

/**
 * In UTF-16 blanks, digits and line breaks have a zero for their high byte, so that zeros stand at one parity. They
 * stand at the other, too, but less often: 가 is U+AC00. A text without a blank in every fiftieth letter is none.
 */
function wideEncodings(bytes: Uint8Array): readonly TextEncoding[] {
  const zeros = { even: 0, odd: 0 }
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) zeros[at % 2 === 0 ? 'even' : 'odd']++
  if (Math.max(zeros.even, zeros.odd) < bytes.length / 2 / 50 || zeros.even === zeros.odd) return []
  return zeros.odd > zeros.even ? ['utf-16le'] : ['utf-16be']
}

/**
 * Whether most of the letters are those of KS X 1001, as in any Korean text, and not of Microsoft's extension of it.
 * Without this, the degree sign of an English text in Windows-1252 becomes a syllable: "37°C" has the bytes of "37캜".
 */
function looksKorean(bytes: Uint8Array): boolean {
  let standard = 0
  let extension = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    at += 1
    if (lead >= 0xa1 && (bytes[at] ?? 0) >= 0xa1) standard++
    else extension++
  }
  return standard > extension
}

function decoded(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    // The decoder takes one mark away; some programs write two.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/^\uFEFF+/, '')
  } catch {
    return null
  }
}

/**
 * Texts out of PDF files have a stray control character here and there. What has many of them, or a zero, is no text.
 */
function isWritten(text: string): boolean {
  let controls = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0) return false
    if ((code < 0x20 && (code < 0x09 || code > 0x0d)) || (code >= 0x7f && code < 0xa0)) controls++
  }
  return controls * 50 <= text.length
}

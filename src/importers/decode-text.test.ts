import { afterEach, describe, expect, it, vi } from 'vitest'
import { decodeText } from './decode-text.ts'

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16))
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), order === 'le')
  return bytes
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

function unknown(bytes: Uint8Array): void {
  expect(decodeText(bytes)).toEqual({ ok: false, failure: { kind: 'unknownEncoding', place: null, detail: '' } })
}

/** What a Korean Excel saves for two rows of a sheet. */
const excel = 'b9f8c8a32cb9aec1a62cc1a4b4e40d0a312c223337a1c920b9dfbfad2c20b1e2c4a72033c0cf222cc6f3b7c50d0a'
/** And for a third, with 똠, 펲 and 뷁, which CP949 has beyond the syllables of KS X 1001. */
const beyond = '322c8c63b9e6b0a2c7cf20bc8420c1f5c8c4b1ba2c94ee0d0a'

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the text of a file', () => {
  it('is read as UTF-8, with its mark taken away', () => {
    const text = '문제,정답\n“37 °C”,폐렴 😀\n'
    expect(decodeText(utf8(text))).toEqual({ ok: true, value: { text, encoding: 'utf-8' } })
    expect(decodeText(utf8(`\uFEFF${text}`))).toEqual({ ok: true, value: { text, encoding: 'utf-8' } })
    expect(decodeText(utf8(`\uFEFF\uFEFF${text}`))).toEqual({ ok: true, value: { text, encoding: 'utf-8' } })
  })

  it('is read as CP949 when a Korean Excel has saved it', () => {
    const text = '번호,문제,정답\r\n1,"37℃ 발열, 기침 3일",폐렴\r\n'
    expect(decodeText(bytesOf(excel))).toEqual({ ok: true, value: { text, encoding: 'euc-kr' } })
  })

  it('is left to the browser where CP949 goes beyond KS X 1001', () => {
    const text = '번호,문제,정답\r\n1,"37℃ 발열, 기침 3일",폐렴\r\n2,똠방각하 펲 증후군,뷁\r\n'
    // Node decodes `euc-kr` by ICU, without the extension that the Encoding Standard has: nodejs/node#40091.
    class BrowserDecoder extends TextDecoder {
      override decode(bytes: Uint8Array): string {
        return this.encoding === 'euc-kr' ? text : super.decode(bytes)
      }
    }
    vi.stubGlobal('TextDecoder', BrowserDecoder)
    expect(decodeText(bytesOf(excel + beyond))).toEqual({ ok: true, value: { text, encoding: 'euc-kr' } })
  })

  it.each(['le', 'be'] as const)('is read as UTF-16%s with and without a mark', (order) => {
    const text = '문제\t정답\r\n가장 가까운 것\t가\r\n'
    const expected = { ok: true, value: { text, encoding: `utf-16${order}` } }
    expect(decodeText(utf16(`\uFEFF${text}`, order))).toEqual(expected)
    expect(decodeText(utf16(text, order))).toEqual(expected)
  })

  it('is not guessed at when its bytes are those of Windows-1252', () => {
    unknown(joined(utf8('A temperature of 37'), bytesOf('b0'), utf8('C and 5 '), bytesOf('b5'), utf8('g of it\n')))
    unknown(joined(utf8('the patient'), bytesOf('92'), utf8('s caf'), bytesOf('e9'), utf8('\n')))
  })

  it('is not taken when UTF-8 breaks off or breaks down', () => {
    unknown(utf8('폐렴, 기흉').slice(0, -1))
    unknown(joined(utf8('폐렴'), bytesOf('ff'), utf8('기흉')))
    unknown(joined(bytesOf('efbbbf'), bytesOf(excel)))
  })

  it('is not taken when UTF-16 has half a letter', () => {
    unknown(joined(utf16('\uFEFFgout', 'le'), bytesOf('61')))
    unknown(utf16('\uFEFFgout \uD83D gout', 'le'))
  })

  it.each([
    ['a PNG', '89504e470d0a1a0a0000000d4948445200000010000000100806000000'],
    ['a ZIP', '504b0304140000000800a5b6c75800000000000000000000000009000000'],
    ['a gzip', '1f8b08000000000000034b4ccac94b07009b6fd30105000000'],
    ['UTF-32', 'fffe000067000000'],
    ['control characters', '6f0102030405060708'],
  ])('is not found in %s', (_what, hex) => {
    unknown(bytesOf(hex))
  })

  it('is not found where letters have a single zero among them', () => {
    unknown(joined(utf8('question,answer\n'.repeat(20)), bytesOf('00'), utf8('gout,A\n')))
  })

  it('may have a stray control character, as texts out of PDF files do', () => {
    const text = `${'The patient is well. '.repeat(5)}hyper\u0002tension`
    expect(decodeText(utf8(text))).toMatchObject({ ok: true, value: { text } })
  })

  it.each(['', 'efbbbf', 'fffe'])('is empty when its bytes are "%s"', (hex) => {
    expect(decodeText(bytesOf(hex))).toEqual({ ok: false, failure: { kind: 'empty', place: null, detail: '' } })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Place } from '#domain/importing/place.ts'
import { isAnkiText, readAnkiText } from '../anki/anki-text.ts'
import { decodeText } from '../decode-text.ts'
import { readDelimited } from './delimited.ts'
import { readJsonTable } from './json-table.ts'
import type { TablesResult } from '../reading.ts'

const csv =
  'id,question,A,B,key\r\n1,"Fever, and ""cough""\r\nfor a day",gout,pneumonia,B\r\n2,"",colic,,A\r\n;|\t,,,,\n'
const anki =
  '#separator:tab\n#html:true\n#notetype column:1\n#tags column:4\nBasic\t"a ""b""\nc"\td\te f\n# g\nCloze\th\t\t\n'
const list =
  '{"rows": [{"row_idx": 0, "row": {"q": "a \\" b", "o": [{"t": [1, null]}]}, "truncated_cells": []}, {"__proto__": 2}]}'
const lines =
  '{"q": "gout", "o": {"A": "x", "B": [true]}}\n\n{"q": "sepsis", "constructor": 1e3}\r\n[2]\n{"key": "A"}\n'

/** Seeded, so that what fails today fails tomorrow. */
const runs = { seed: 20_261_123, numRuns: 200 }

/** What can happen to a file: some of its letters are lost, doubled, changed, or others come in. */
interface Harm {
  readonly kind: 'delete' | 'duplicate' | 'flip' | 'splice'
  /** Where, from 0 for its beginning to 1 for its end. */
  readonly where: number
  readonly length: number
  readonly letters: string
}

const strange = Array.from('",;\t|\r\n#:{}[]\\ 1가\u0000\uD83D\uFEFF')

const harm: fc.Arbitrary<Harm> = fc.record({
  kind: fc.constantFrom('delete', 'duplicate', 'flip', 'splice'),
  where: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 12 }),
  letters: fc.string({ unit: fc.constantFrom(...strange), minLength: 1, maxLength: 6 }),
})

function harmed(text: string, { kind, where, length, letters }: Harm): string {
  const at = Math.floor(where * text.length)
  const [before, hit, after] = [text.slice(0, at), text.slice(at, at + length), text.slice(at + length)]
  switch (kind) {
    case 'delete':
      return before + after
    case 'duplicate':
      return before + hit + hit + after
    case 'flip':
      return before + Array.from(hit, (letter) => String.fromCharCode(letter.charCodeAt(0) ^ length)).join('') + after
    case 'splice':
      return before + letters + after
  }
}

function harmedText(text: string): fc.Arbitrary<string> {
  return fc.array(harm, { minLength: 1, maxLength: 8 }).map((harms) => harms.reduce(harmed, text))
}

/** Places lie in the file, rows are as wide as their table, and no two columns share a name. */
function expectSound(result: TablesResult, text: string): void {
  const lineCount = text.split(/\r\n|\r|\n/).length
  const places = result.ok
    ? [...result.value.faults, ...result.value.tables.flatMap(({ rows }) => rows)].map(({ place }) => place)
    : [result.failure.place].filter((place) => place !== null)
  const isInFile = ({ unit, at }: Place): boolean => at >= 1 && at <= (unit === 'line' ? lineCount : text.length)
  expect(places.filter((place) => !isInFile(place))).toEqual([])
  const tables = result.ok ? result.value.tables : []
  if (result.ok) expect(tables).not.toEqual([])
  for (const { columns, rows } of tables) {
    expect(new Set(columns).size).toBe(columns.length)
    expect(
      rows.filter(({ cells }) => cells.length !== columns.length || cells.some((cell) => typeof cell !== 'string')),
    ).toEqual([])
  }
}

describe.each([
  ['a delimited text', csv, readDelimited],
  ['the text of an Anki deck', anki, readAnkiText],
  ['a list of JSON records', list, readJsonTable],
  ['JSON lines', lines, readJsonTable],
] as const)('%s', (_what, text, read) => {
  it('is read when it is as it should be', () => {
    expect(read(text).ok).toBe(true)
    expectSound(read(text), text)
  })

  it('never makes its reader throw, whatever has happened to it', () => {
    fc.assert(
      fc.property(harmedText(text), (harmedOne) => {
        expectSound(read(harmedOne), harmedOne)
        expect(typeof isAnkiText(harmedOne)).toBe('boolean')
      }),
      runs,
    )
  })
})

describe('bytes', () => {
  it('never make the decoder throw, whatever they are', () => {
    const texts = fc.oneof(...[csv, anki, list, lines].map(harmedText))
    const bytes = fc.oneof(
      texts.map((text) => new TextEncoder().encode(text)),
      texts.map((text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff)),
      texts.map((text) => new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer)),
      fc.uint8Array({ maxLength: 200 }),
    )
    fc.assert(
      fc.property(bytes, (some) => {
        const result = decodeText(some)
        if (result.ok) expect(result.value.text).not.toMatch(/^\uFEFF|\0/)
      }),
      runs,
    )
  })
})

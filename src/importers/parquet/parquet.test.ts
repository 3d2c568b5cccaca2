import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { damagedBy, damages, importFixture } from '#testing/fixtures/imports/import-fixture.ts'
import type { Table } from '#domain/importing/table.ts'
import { isParquet, readParquet } from './parquet.ts'

const codecs = ['none', 'snappy', 'zstd', 'gzip', 'lz4', 'brotli']

async function tableIn(name: string): Promise<Table> {
  const read = await readParquet((await importFixture(name)).buffer)
  const [table] = read.ok ? read.value.tables : []
  if (table === undefined) throw new Error(`${name}: ${JSON.stringify(read)}`)
  return table
}

/** The cells of one row by the names of their columns. `row` is counted from 1. */
function record({ columns, rows }: Table, row: number): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(columns.map((name, index) => [name, rows[row - 1]?.cells[index]]))
}

async function faultOf(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  const read = await readParquet(bytes.buffer)
  return read.ok ? 'read' : { kind: read.failure.kind, detail: read.failure.detail }
}

describe('a parquet file', () => {
  it.each([...codecs, 'pages-v2'])('that pyarrow wrote (%s) is read row by row', async (name) => {
    const table = await tableIn(`${name}.parquet`)
    expect(table).toMatchObject({ name: '', markup: 'plain' })
    expect(table.rows.map(({ place }) => place)).toEqual(
      Array.from({ length: 12 }, (_, index) => ({ unit: 'row', at: index + 1 })),
    )
    expect(record(table, 1)).toEqual({
      ...{ subject: 'doctor', year: '2020', period: '1', q_number: '1' },
      question: '심장의 오른심방과 오른심실 사이에 있는 판막은?',
      ...{ A: '삼첨판', B: '승모판', C: '대동맥판', D: '폐동맥판', E: '반달판', answer: '1' },
      cot: '오른방실판막은 첨판이 셋이어서 삼첨판이라 한다.',
    })
    expect(record(table, 7)).toMatchObject({
      question: '자발호흡이 있는 기흉 환자에서 줄어드는 호흡음은\n어느 쪽인가? "병변 쪽"을 고르시오.',
      answer: '2',
    })
    expect(record(table, 4)).toMatchObject({ D: '7.35–7.45', cot: '' })
  })

  it('has the same cells whatever it is compressed by', async () => {
    const plain = await tableIn('none.parquet')
    for (const name of [...codecs, 'pages-v2']) expect(await tableIn(`${name}.parquet`)).toEqual(plain)
  })

  it('has its structs as columns, and a list of texts as one cell', async () => {
    const table = await tableIn('nested.parquet')
    expect(table.columns).toEqual([
      ...['question', 'options.A', 'options.B', 'options.C', 'options.D', 'choices'],
      ...['answers.0.text', 'answers.0.right', 'answers.1.text', 'answers.1.right', 'number', 'answer'],
      ...['taken', 'changed', 'checked', 'weight'],
    ])
    expect(record(table, 2)).toMatchObject({
      ...{ 'options.A': '알파세포', 'options.D': 'PP세포', choices: '["알파세포","베타세포","델타세포"]' },
      ...{ 'answers.0.text': '알파세포', 'answers.0.right': 'true', 'answers.1.right': '' },
    })
    expect(record(table, 6)['choices']).toBe('')
  })

  it('has numbers, truth values, dates and moments as texts', async () => {
    const table = await tableIn('nested.parquet')
    expect(record(table, 4)).toMatchObject({
      ...{ number: '9007199254740995', answer: '3', weight: '1.5', checked: '' },
      ...{ taken: '2024-01-04', changed: '2024-01-01T09:03:00.000Z' },
    })
    expect(record(table, 5)).toMatchObject({ checked: 'true', weight: '2' })
  })

  it('loses its pictures, and the columns that hold nothing else', async () => {
    const { columns, rows } = await tableIn('nested.parquet')
    expect(columns.filter((name) => /image|thumbnail/.test(name))).toEqual([])
    expect(rows.flatMap(({ cells }) => cells).join('')).not.toContain('PNG')
  })
})

describe('what is no parquet file that can be read', () => {
  it('is known by its first four letters', async () => {
    expect(isParquet(await importFixture('none.parquet'))).toBe(true)
    expect(isParquet(new TextEncoder().encode('PARE'))).toBe(true)
    expect(isParquet(new TextEncoder().encode('PAR'))).toBe(false)
    expect(await faultOf(new TextEncoder().encode('question,A,B'))).toMatchObject({ kind: 'unknownFormat' })
    expect(await faultOf(new Uint8Array())).toMatchObject({ kind: 'empty' })
  })

  it('breaks off', async () => {
    const whole = await importFixture('snappy.parquet')
    for (const length of [4, 11, 100, whole.length - 1]) {
      expect(await faultOf(whole.slice(0, length))).toMatchObject({ kind: 'damaged' })
    }
  })

  it.each([
    ['has no rows', 'no-rows', { kind: 'empty', detail: '' }],
    ['has a row too many', 'long', { kind: 'tooLarge', detail: '200001 rows' }],
    ['has a column too many', 'wide', { kind: 'tooLarge', detail: '201 columns' }],
    ['has an encoding that is not read', 'prefixes', { kind: 'unsupported', detail: 'DELTA_BYTE_ARRAY' }],
  ])('%s', async (_, name, fault) => {
    expect(await faultOf(await importFixture(`${name}.parquet`))).toEqual(fault)
  })

  it('is encrypted', async () => {
    const bytes = await importFixture('none.parquet')
    bytes.set(new TextEncoder().encode('PARE'), bytes.length - 4)
    expect(await faultOf(bytes)).toEqual({ kind: 'unsupported', detail: 'encryption' })
  })

  it('is compressed by LZO', async () => {
    const bytes = await importFixture('snappy.parquet')
    const footer = bytes.length - 8 - new DataView(bytes.buffer).getUint32(bytes.length - 8, true)
    // The fields of a chunk's metadata up to its codec: path, and the name of the first column, "subject".
    const codec = String.fromCharCode(...bytes.subarray(footer)).indexOf('\x19\x18\x07subject\x15\x02') + 11
    expect(codec).toBeGreaterThan(11)
    bytes[footer + codec] = 6
    expect(await faultOf(bytes)).toEqual({ kind: 'unsupported', detail: 'LZO' })
  })
})

describe('a damaged parquet file', () => {
  // Brotli sets up 4 MiB for each of its pages.
  it.each([...codecs, 'pages-v2', 'nested'].map((name) => ({ name, runs: name === 'brotli' ? 10 : 100 })))(
    'is read or refused: $name, $runs times',
    async ({ name, runs }) => {
      const good = await importFixture(`${name}.parquet`)
      const property = fc.asyncProperty(damages, async (all) => {
        const read = await readParquet(damagedBy(good, all).buffer)
        const rows = read.ok ? read.value.tables.flatMap((table) => table.rows) : []
        expect(rows.map(({ place }) => place.at)).toEqual(rows.map((_, index) => index + 1))
        expect(read.ok || read.failure.place === null).toBe(true)
      })
      await fc.assert(property, { seed: 20_241, numRuns: runs })
    },
    120_000,
  )
})

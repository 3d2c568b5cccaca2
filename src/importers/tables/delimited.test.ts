import { describe, expect, it } from 'vitest'
import type { FileFault, RowFault } from '#domain/importing/import-fault.ts'
import type { Table } from '#domain/importing/table.ts'
import { readDelimited } from './delimited.ts'

function tableIn(text: string): Table {
  const read = readDelimited(text)
  if (!read.ok || read.value.tables[0] === undefined) throw new Error(JSON.stringify(read))
  return read.value.tables[0]
}

function rowsIn(text: string): readonly (readonly string[])[] {
  return tableIn(text).rows.map(({ cells }) => cells)
}

function linesIn(text: string): readonly number[] {
  return tableIn(text).rows.map(({ place }) => place.at)
}

function faultsIn(text: string): readonly RowFault[] {
  const read = readDelimited(text)
  return read.ok ? read.value.faults : []
}

function failureOf(text: string): FileFault | null {
  const read = readDelimited(text)
  return read.ok ? null : read.failure
}

/** In milliseconds, for a busy machine: what is not linear takes many minutes of these texts. */
const patience = 30_000

describe('a delimited text', () => {
  it('becomes one table of plain text', () => {
    expect(readDelimited('question,answer\nWhich organ makes bile?,liver\n')).toEqual({
      ok: true,
      value: {
        kind: 'tables',
        tables: [
          {
            name: '',
            columns: ['question', 'answer'],
            rows: [{ place: { unit: 'line', at: 2 }, cells: ['Which organ makes bile?', 'liver'] }],
            markup: 'plain',
          },
        ],
        faults: [],
      },
    })
  })

  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['pipes', '|'],
  ])('may have %s between its cells', (_what, separator) => {
    const text = ['stem,A;B', 'x', 'key'].map((cell) => `"${cell}"`).join(separator)
    expect(rowsIn(`q${separator}a${separator}k\n${text}`)).toEqual([['stem,A;B', 'x', 'key']])
  })

  it('is told its separator by its rows, not only by its head', () => {
    const text = 'question (stem, lead-in);A;B\nfever, cough;pneumonia;gout\npain;colic;stone\n'
    expect(tableIn(text).columns).toEqual(['question (stem, lead-in)', 'A', 'B'])
    expect(rowsIn(text)[0]).toEqual(['fever, cough', 'pneumonia', 'gout'])
  })

  it('may name its separator in a first line, as Excel does', () => {
    const text = 'sep=;\r\na,b;c\r\n1,2;3\r\n'
    expect(tableIn(text).columns).toEqual(['a,b', 'c'])
    expect(linesIn(text)).toEqual([3])
    expect(tableIn('"sep=^"\na^b\n1^2').columns).toEqual(['a', 'b'])
  })

  it.each([
    ['LF', 'a,b\n1,2\n3,4\n'],
    ['CR LF', 'a,b\r\n1,2\r\n3,4\r\n'],
    ['CR', 'a,b\r1,2\r3,4\r'],
    ['all of them', 'a,b\r1,2\r\n3,4\n'],
    ['none at its end', 'a,b\n1,2\n3,4'],
  ])('may end its lines with %s', (_what, text) => {
    expect(rowsIn(text)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
    expect(linesIn(text)).toEqual([2, 3])
  })

  it('has separators, doubled quotes and line breaks in quoted cells', () => {
    expect(rowsIn('q,a\r\n"He says ""it hurts"", and\r\npoints, here","x"""\r\n""," "\r\n')).toEqual([
      ['He says "it hurts", and\npoints, here', 'x"'],
    ])
  })

  it('may have a quote in a cell that does not begin with one, and blanks after a closing quote', () => {
    expect(rowsIn('q,a\n5" needle,"16 gauge"  \n')).toEqual([['5" needle', '16 gauge']])
  })

  it('counts the lines that cells run over, and blank ones', () => {
    expect(linesIn('\n\nq,a\n"one\ntwo\n\nthree",x\n\n , \n,,\nfour,y\n')).toEqual([4, 11])
  })

  it('numbers columns without a name and tells those with one name apart', () => {
    expect(tableIn(',option,option, option ,\n0,a,b,c,d').columns).toEqual(['1', 'option', 'option 2', 'option 3', '5'])
  })

  it('lets go of blank cells at the end, in the head as in rows', () => {
    const text = 'q,a,,\ngout,A,,\nsepsis,B\nshock,C,,,,\n'
    expect(tableIn(text).columns).toEqual(['q', 'a'])
    expect(rowsIn(text)).toEqual([
      ['gout', 'A'],
      ['sepsis', 'B'],
      ['shock', 'C'],
    ])
    expect(faultsIn(text)).toEqual([])
  })

  it('has a fault at each row with too few or too many cells', () => {
    const text = 'q,a,b\n"over\ntwo lines",A\nfever,A,B\npain, or not,A,B\n'
    expect(rowsIn(text)).toEqual([['fever', 'A', 'B']])
    expect(faultsIn(text)).toEqual([
      { kind: 'syntax', place: { unit: 'line', at: 2 }, detail: 'over' },
      { kind: 'syntax', place: { unit: 'line', at: 5 }, detail: 'pain, or not,A,B' },
    ])
  })

  it('loses only the line in which a quote is not closed', () => {
    const text = 'q,a\none,1\n"two,2\nthree,3\nfour,4\n'
    expect(linesIn(text)).toEqual([2, 4, 5])
    expect(faultsIn(text)).toEqual([{ kind: 'syntax', place: { unit: 'line', at: 3 }, detail: '"two,2' }])
  })

  it('loses only the line in which a quote closes too early, and says which of a record it is', () => {
    const text = 'q,a\n"one\ntwo","He says "it hurts" there"\n"three","3"\n'
    expect(rowsIn(text)).toEqual([['three', '3']])
    expect(faultsIn(text)).toEqual([
      { kind: 'syntax', place: { unit: 'line', at: 3 }, detail: '"He says "it hurts" there"' },
    ])
  })

  it('quotes of a fault no more than helps to find it, and never half a letter', () => {
    expect(faultsIn(`q,a\n${'😀'.repeat(100)}\n`)[0]?.detail).toBe('😀'.repeat(80))
  })

  it('may have a head and no rows', () => {
    expect(tableIn('q,a\n')).toEqual({ name: '', columns: ['q', 'a'], rows: [], markup: 'plain' })
  })

  it.each(['', ' \r\n\t\n', 'sep=;\n', 'sep=;\n;;\n'])('is empty when it is %j', (text) => {
    expect(failureOf(text)?.kind).toBe('empty')
  })

  it('is of an unknown format when nothing parts its first line', () => {
    expect(failureOf('# Notes on the kidney\n\nIt filters, and it makes urine.\n')).toEqual({
      kind: 'unknownFormat',
      place: null,
      detail: '# Notes on the kidney',
    })
    expect(failureOf('"q,a\n')?.kind).toBe('unknownFormat')
  })

  it('is damaged when its head is not closed', () => {
    expect(failureOf('sep=,\n"q,a\n1,2')).toEqual({
      kind: 'damaged',
      place: { unit: 'line', at: 2 },
      detail: '"q,a',
    })
  })

  it(
    'has limits to its rows, columns and cells',
    () => {
      const limit = 200_000
      expect(failureOf(`q,a\n${'1,2\n'.repeat(limit)}`)).toBeNull()
      expect(failureOf(`q,a\n${'1,2\n'.repeat(limit)}"\n`)).toMatchObject({
        kind: 'tooLarge',
        place: { unit: 'line', at: limit + 2 },
      })
      expect(failureOf(`${'q,'.repeat(200)}\n`)).toBeNull()
      expect(failureOf(`${'q,'.repeat(201)}\n`)).toMatchObject({ kind: 'tooLarge', place: { unit: 'line', at: 1 } })
      const wide = `q,a${','.repeat(198)}\n${'1,2\n'.repeat(60_000)}1,2${',3'.repeat(198)}\n`
      expect(failureOf(wide)).toMatchObject({ kind: 'tooLarge', place: null })
    },
    patience,
  )

  it.each([
    ['stray quotes and blanks', `q,a\n"${'x"'.repeat(200_000)}y${' '.repeat(200_000)}\n`],
    ['lines that open a quote', `q,a\n${'"x\n'.repeat(150_000)}`],
    ['lines with an even number of quotes', `q,a\n"x\n${'x,""""y\n'.repeat(150_000)}`],
    ['cells that run over lines', `q,a\n${'"x\n","y\n",'.repeat(100_000)}"z`],
    ['commas', 'q,a\n' + ','.repeat(2_000_000)],
    ['line breaks', 'q,a' + '\r\n\n\r'.repeat(500_000)],
  ])(
    'is read in time even when it is nothing but %s',
    (_what, text) => {
      expect(readDelimited(text).ok).toBe(true)
    },
    patience,
  )
})

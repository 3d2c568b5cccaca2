import { describe, expect, it } from 'vitest'
import type { RowFault } from '#domain/importing/import-fault.ts'
import type { Table } from '#domain/importing/table.ts'
import { isAnkiText, readAnkiText } from './anki-text.ts'

function read(...lines: readonly string[]): {
  readonly tables: readonly Table[]
  readonly faults: readonly RowFault[]
} {
  const result = readAnkiText(lines.join('\n'))
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

function cellsOf(table: Table | undefined): readonly (readonly string[])[] {
  return table?.rows.map(({ cells }) => cells) ?? []
}

describe('the plain text of an Anki deck', () => {
  it('is read as Anki exports it, with a table for each note type', () => {
    const { tables, faults } = read(
      ...['#separator:tab', '#html:true', '#guid column:1', '#notetype column:2', '#deck column:3', '#tags column:7'],
      'q/1\tBasic\tMed::Heart\t"Which valve has <b>two</b> leaflets?\tSay ""mitral"" first"\tmitral\t\tvalves anatomy',
      'q/2\tCloze\tMed\t"{{c1::Insulin}} lowers\nglucose."\t\tendocrine\t',
      '"#3"\tBasic\tMed\tWhat does the spleen do?\tfilters blood\t\t',
      '',
    )
    const columns = ['Guid', 'Note type', 'Deck', 'Field 1', 'Field 2', 'Field 3', 'Tags']
    expect(tables.map(({ name, markup }) => [name, markup])).toEqual([
      ['Basic', 'html'],
      ['Cloze', 'html'],
    ])
    expect(tables.map((table) => table.columns)).toEqual([columns, columns])
    expect(tables[0]?.rows.map(({ place }) => place)).toEqual([
      { unit: 'line', at: 7 },
      { unit: 'line', at: 10 },
    ])
    expect(cellsOf(tables[0])[0]).toEqual([
      ...['q/1', 'Basic', 'Med::Heart', 'Which valve has <b>two</b> leaflets?\tSay "mitral" first'],
      ...['mitral', '', 'valves anatomy'],
    ])
    expect(cellsOf(tables[1])[0]?.[3]).toBe('{{c1::Insulin}} lowers\nglucose.')
    expect(cellsOf(tables[0])[1]?.[0]).toBe('#3')
    expect(faults).toEqual([])
  })

  it('is one table when it has no column of note types', () => {
    const { tables } = read('#separator:tab', '#html:false', 'What is gout?\turate crystals')
    expect(tables).toEqual([
      {
        name: '',
        columns: ['Field 1', 'Field 2'],
        rows: [{ place: { unit: 'line', at: 3 }, cells: ['What is gout?', 'urate crystals'] }],
        markup: 'plain',
      },
    ])
  })

  it.each([
    ['tab', '\t'],
    ['Comma', ','],
    ['SEMICOLON', ';'],
    ['Space', ' '],
    ['pipe', '|'],
    [' colon ', ':'],
    [';', ';'],
    [' ', ' '],
    ['\t', '\t'],
  ])('may have its separator called "%s"', (called, separator) => {
    const { tables } = read(`#separator:${called}`, `"one two"${separator}"a,b;c|d:e" `)
    expect(cellsOf(tables[0])).toEqual([['one two', 'a,b;c|d:e'].concat(separator === ' ' ? [''] : [])])
  })

  it('has the separator that Anki would find when its header names none', () => {
    expect(cellsOf(read('#html:true', 'a, b;c').tables[0])).toEqual([['a, b', 'c']])
    expect(cellsOf(read('#html:true', '#separator:dash', 'gout urate').tables[0])).toEqual([['gout', 'urate']])
  })

  it('has the columns that its header names, whatever they are called', () => {
    const { tables } = read('#columns:Front;"Back; side";;Front', '#separator:Semicolon', '#tags column:3', 'a;b;c;d')
    expect(tables[0]?.columns).toEqual(['Front', 'Back; side', '3', 'Front 2'])
  })

  it('puts what its header says of all notes into columns', () => {
    const { tables } = read(
      ...['#separator:comma', '#notetype:Basic', '#deck:Kid\u2028ney', '#tags:year2 renal', '#tags column:2'],
      ...['a,own', 'b,'],
    )
    expect(tables[0]?.name).toBe('Basic')
    expect(tables[0]?.columns).toEqual(['Field 1', 'Tags', 'Deck'])
    expect(cellsOf(tables[0])).toEqual([
      ['a', 'own year2 renal', 'Kid\u2028ney'],
      ['b', 'year2 renal', 'Kid\u2028ney'],
    ])
    expect(cellsOf(read('tags:heart', '#separator:comma', 'a,b').tables[0])).toEqual([['a', 'b', 'heart']])
  })

  it('has comments among its notes', () => {
    const { tables } = read('#separator:comma', '# chapter one', 'a,b', '# chapter two, "in part', '', 'c,d')
    expect(tables[0]?.rows.map(({ place }) => place.at)).toEqual([3, 6])
  })

  it('has blank fields where a note has too few, and a fault where it has too many', () => {
    const { tables, faults } = read('#separator:comma', 'a,b,c', 'd', 'e,f,g,h', 'i,j,k,,', '"l,m')
    expect(cellsOf(tables[0])).toEqual([
      ['a', 'b', 'c'],
      ['d', '', ''],
      ['i', 'j', 'k'],
    ])
    expect(faults).toEqual([
      { kind: 'syntax', place: { unit: 'line', at: 4 }, detail: 'e,f,g,h' },
      { kind: 'syntax', place: { unit: 'line', at: 6 }, detail: '"l,m' },
    ])
  })

  it('has a column of its header even where no note reaches it', () => {
    const { tables } = read('#separator:comma', '#notetype column:4', '#deck column:x', 'a,b')
    expect(tables.map(({ name, columns }) => [name, columns])).toEqual([
      ['', ['Field 1', 'Field 2', 'Field 3', 'Note type']],
    ])
  })

  it.each(['', '#separator:tab\n#html:true', '#separator:tab\n\t\t\n'])('is empty when it is %j', (text) => {
    expect(readAnkiText(text)).toEqual({ ok: false, failure: { kind: 'empty', place: null, detail: '' } })
  })

  it('has limits to its notes, columns, cells and to what its header adds to each', () => {
    expect(readAnkiText('#separator:comma\n#tags column:201\na')).toMatchObject({
      ok: false,
      failure: { kind: 'tooLarge', place: { unit: 'line', at: 3 } },
    })
    expect(readAnkiText(`#separator:comma\n#tags column:200\n${'a\n'.repeat(60_000)}`)).toMatchObject({
      ok: false,
      failure: { kind: 'tooLarge' },
    })
    const tags = 'renal '.repeat(2_000)
    expect(readAnkiText(`#separator:comma\n#tags:${tags}\n${'a\n'.repeat(1_000)}`)).toMatchObject({
      ok: false,
      failure: { kind: 'tooLarge' },
    })
    expect(readAnkiText(`#separator:comma\n${'a\n'.repeat(200_001)}`)).toMatchObject({
      ok: false,
      failure: { kind: 'tooLarge', place: { unit: 'line', at: 200_002 } },
    })
  }, 30_000)

  it('is known by its header', () => {
    expect(isAnkiText('#separator:tab\r\n#html:true\r\n')).toBe(true)
    expect(isAnkiText('# made by hand\n#Notetype Column: 1\na\tb')).toBe(true)
    expect(isAnkiText('tags:heart\n#html:true\na\tb')).toBe(true)
    expect(isAnkiText('# The kidney\n\n#tags: renal\nIt filters: blood.\n')).toBe(false)
    expect(isAnkiText('#,question\n1,What is gout?\n')).toBe(false)
    expect(isAnkiText('question,answer\n#separator:tab\n')).toBe(false)
    expect(isAnkiText('')).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import type { FileFault, RowFault } from '#domain/importing/import-fault.ts'
import type { Table } from '#domain/importing/table.ts'
import { readJsonTable } from './json-table.ts'

function tableIn(text: string): Table {
  const read = readJsonTable(text)
  if (!read.ok || read.value.tables[0] === undefined) throw new Error(JSON.stringify(read))
  return read.value.tables[0]
}

function cellsIn(text: string): readonly (readonly string[])[] {
  return tableIn(text).rows.map(({ cells }) => cells)
}

function faultsIn(text: string): readonly RowFault[] {
  const read = readJsonTable(text)
  return read.ok ? read.value.faults : []
}

function failureOf(text: string): FileFault | null {
  const read = readJsonTable(text)
  return read.ok ? null : read.failure
}

describe('a list of JSON records', () => {
  it('becomes one table of plain text', () => {
    expect(readJsonTable('[{"q": "What is gout?", "a": "arthritis"}]')).toEqual({
      ok: true,
      value: {
        kind: 'tables',
        tables: [
          {
            name: '',
            columns: ['q', 'a'],
            rows: [{ place: { unit: 'row', at: 1 }, cells: ['What is gout?', 'arthritis'] }],
            markup: 'plain',
          },
        ],
        faults: [],
      },
    })
  })

  it('has the columns of all its records, in the order in which they first appear', () => {
    const text = JSON.stringify([{ q: 'a' }, { key: 1, q: 'b', why: null }, { note: true, key: 2.5 }])
    expect(tableIn(text).columns).toEqual(['q', 'key', 'why', 'note'])
    expect(cellsIn(text)).toEqual([
      ['a', '', '', ''],
      ['b', '1', '', ''],
      ['', '2.5', '', 'true'],
    ])
  })

  it('has columns of their own for what its records hold within them', () => {
    const text = JSON.stringify([
      { q: 'x', options: { A: 'gout', B: 'sepsis' }, tags: [], meta: {} },
      { q: 'y', options: [{ text: 'shock', right: false }], tags: ['renal', 'acid'] },
    ])
    expect(tableIn(text).columns).toEqual([
      ...['q', 'options.A', 'options.B', 'options.0.text', 'options.0.right', 'tags'],
    ])
    expect(cellsIn(text)[1]).toEqual(['y', '', '', 'shock', 'false', '["renal","acid"]'])
  })

  it('has a fault at each member that is no record', () => {
    const text = '[{"q": 1}, "gout", [{"q": 2}], null, {"q": 3}]'
    expect(tableIn(text).rows.map(({ place }) => place.at)).toEqual([1, 5])
    expect(faultsIn(text)).toEqual([
      { kind: 'syntax', place: { unit: 'row', at: 2 }, detail: '"gout"' },
      { kind: 'syntax', place: { unit: 'row', at: 3 }, detail: '' },
      { kind: 'syntax', place: { unit: 'row', at: 4 }, detail: '' },
    ])
  })

  it('takes the names of an object’s own workings as any other', () => {
    const text = '[{"__proto__": {"polluted": "yes"}, "constructor": "c", "": "blank", "toString": 1}]'
    expect(tableIn(text).columns).toEqual(['__proto__.polluted', 'constructor', '3', 'toString'])
    expect(cellsIn(text)).toEqual([['yes', 'c', 'blank', '1']])
    expect('polluted' in {}).toBe(false)
  })

  it.each([
    '{"data": [{"q": 1}, {"q": 2}]}',
    '{"version": 3, "names": ["x"], "문제": [{"q": 1}, {"q": 2}], "end": []}',
  ])('may stand in an object: %s', (text) => {
    expect(tableIn(text).columns).toEqual(['q'])
    expect(tableIn(text).rows.map(({ place }) => place)).toEqual([
      { unit: 'row', at: 1 },
      { unit: 'row', at: 2 },
    ])
  })

  it('may be what the viewer of Hugging Face saves', () => {
    const text = JSON.stringify({
      features: [{ feature_idx: 0, name: 'q', type: { dtype: 'string', _type: 'Value' } }],
      rows: [
        { row_idx: 40, row: { q: 'What is gout?', choices: ['arthritis', 'rash'] }, truncated_cells: [] },
        { row_idx: 41, row: { q: 'What is se', choices: [] }, truncated_cells: ['q', ['r']] },
      ],
      num_rows_total: 2,
    })
    expect(tableIn(text).columns).toEqual(['q', 'choices'])
    expect(cellsIn(text)).toEqual([['What is gout?', '["arthritis","rash"]']])
    expect(faultsIn(text)).toEqual([{ kind: 'tooLong', place: { unit: 'row', at: 2 }, detail: 'q' }])
  })

  it('is of an unknown format when an object has several, or a list none', () => {
    expect(failureOf('{"a": [{"q": 1}], "b": [{"q": 2}]}')).toMatchObject({ kind: 'unknownFormat', detail: 'a, b' })
    expect(failureOf('["gout", 1]')?.kind).toBe('unknownFormat')
    expect(failureOf('"gout"')?.kind).toBe('unknownFormat')
    expect(failureOf('What is gout?')).toMatchObject({ kind: 'unknownFormat', detail: 'What is gout?' })
  })

  it.each(['', ' \n ', '[]', '[{}]'])('is empty when it is "%s"', (text) => {
    expect(failureOf(text)?.kind).toBe('empty')
  })

  it('is damaged when it breaks off', () => {
    const pretty = JSON.stringify([{ q: 'x', options: [{ text: 'gout' }] }, { q: 'y' }], null, 2)
    const inRows = '{"data": [\n{"q": 1},\n{"q": 2},\n{"q": 3}'
    expect(failureOf(pretty.slice(0, -4))?.kind).toBe('damaged')
    expect(failureOf(inRows)?.kind).toBe('damaged')
    expect(failureOf('{"q": "What')?.kind).toBe('damaged')
    expect(failureOf('{"q": tru}')).toMatchObject({ kind: 'damaged', place: { unit: 'line', at: 1 } })
  })

  it('has limits to its levels, columns, rows and cells', () => {
    const first = { unit: 'row', at: 1 }
    expect(tableIn('[{"a": [[[[[1]]]]]}]').columns).toEqual(['a.0.0.0.0'])
    expect(failureOf('[{"a": [[[[[[1]]]]]]}]')).toMatchObject({ kind: 'tooLarge', place: first })
    expect(failureOf(`[{"a": ${JSON.stringify(Array(201).fill({ b: 1 }))}}]`)).toMatchObject({
      kind: 'tooLarge',
      place: first,
    })
    expect(failureOf(`[{"${'a'.repeat(501)}": 1}]`)).toMatchObject({ kind: 'tooLarge', place: first })
    const narrow = JSON.stringify(Array.from({ length: 201 }, (_, index) => ({ [`c${index}`]: 1 })))
    expect(failureOf(narrow)).toMatchObject({ kind: 'tooLarge', place: { unit: 'row', at: 201 } })
    expect(failureOf(`[${'{"a":1},'.repeat(200_000)}{}]`)).toMatchObject({
      kind: 'tooLarge',
      place: { unit: 'row', at: 200_001 },
    })
    const sparse = `[{"a": ${JSON.stringify(Array(200).fill({ c: 1 }))}}${',{"b":{}}'.repeat(60_000)}]`
    expect(failureOf(sparse)?.kind).toBe('tooLarge')
  }, 30_000)

  it.each([
    ['lists', `[{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}]`],
    ['lists that are no record', `[{"q":1},${'['.repeat(200_000)}${']'.repeat(200_000)}]`],
    ['objects that break off', '{"a":'.repeat(200_000)],
  ])('is read to its end when it is nested %s', (_what, text) => {
    expect(() => readJsonTable(text)).not.toThrow()
  })
})

describe('JSON lines', () => {
  it('are rows at their lines, blank ones skipped', () => {
    const text = '\r\n{"q": "What is gout?"}\r\n\r\n{"q": "sepsis", "key": "A"}\r\n'
    expect(tableIn(text)).toEqual({
      name: '',
      columns: ['q', 'key'],
      rows: [
        { place: { unit: 'line', at: 2 }, cells: ['What is gout?', ''] },
        { place: { unit: 'line', at: 4 }, cells: ['sepsis', 'A'] },
      ],
      markup: 'plain',
    })
  })

  it('have a fault where one is broken or is no record', () => {
    const text = '{"q": 1}\n{"q": "gou\n[1]\n{"q": 2,}\n{"q": 3}\n'
    expect(tableIn(text).rows.map(({ place }) => place.at)).toEqual([1, 5])
    expect(faultsIn(text)).toEqual([
      { kind: 'syntax', place: { unit: 'line', at: 2 }, detail: '{"q": "gou' },
      { kind: 'syntax', place: { unit: 'line', at: 3 }, detail: '[1]' },
      { kind: 'syntax', place: { unit: 'line', at: 4 }, detail: '{"q": 2,}' },
    ])
    expect(faultsIn('{"q": "gou\n{"q": 1}\n')).toMatchObject([{ place: { unit: 'line', at: 1 } }])
  })

  it('may be a single one, whose options are no rows', () => {
    const text = '\n{"q": "What is gout?", "options": [{"text": "arthritis"}, {"text": "rash"}]}'
    expect(tableIn(text)).toMatchObject({
      columns: ['q', 'options.0.text', 'options.1.text'],
      rows: [{ place: { unit: 'line', at: 2 } }],
    })
    expect(cellsIn('{"q": 1,\n"key": "A"}')).toEqual([['1', 'A']])
  })
})

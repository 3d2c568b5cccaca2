import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlToText } from '#importers/html/html-text.ts'
import { readAnkiText } from '#importers/anki/anki-text.ts'
import { openImportSession } from '#importers/import-session.ts'
import { readDelimited } from '#importers/tables/delimited.ts'
import { aBank, aQuestion, options } from '#testing/builders/questions.ts'
import { banks } from '#testing/builders/arbitrary-banks.ts'
import { bankAsAnki } from './export-anki.ts'
import { bankAsCsv } from './export-csv.ts'
import { bankAsJson } from './export-json.ts'
import { parseBank } from './parse-bank.ts'
import type { Question } from './question.ts'

function rowsOf(csv: string): readonly (readonly string[])[] {
  const read = readDelimited(csv.replace(/^\ufeff/, ''))
  if (!read.ok) throw new Error('not a table')
  return read.value.tables[0]?.rows.map(({ cells }) => cells) ?? []
}

async function imported(text: string, name: string): Promise<readonly Question[]> {
  const session = openImportSession(() => Promise.reject(new Error('no decks here')))
  const bytes = new TextEncoder().encode(text)
  const look = await session.look(bytes.buffer, name)
  if (!look.ok) throw new Error(look.failure.kind)
  const [table] = look.value.tables
  session.preview(table === undefined ? null : { table: 0, mapping: table.proposed })
  return session.questions(0, 100)
}

describe('a bank as a file of its own', () => {
  it('is read back to the same bank', () => {
    fc.assert(
      fc.property(banks, (bank) => {
        expect(parseBank(JSON.parse(bankAsJson(bank)))).toEqual({ ok: true, value: bank })
      }),
    )
  })
})

describe('a bank as CSV', () => {
  const awkward = aQuestion({
    stem: 'He said "ouch",\nand left; 그리고 왔다.',
    tags: ['chest pain', 'ER'],
    answers: ['A', 'C'],
    explanation: 'Because.',
  })

  it('begins with the mark by which Excel knows UTF-8, and ends its lines by RFC 4180', () => {
    const csv = bankAsCsv(aBank([aQuestion()]))
    expect(csv.startsWith('\ufeff"id","subject",')).toBe(true)
    expect(csv.endsWith('"\r\n')).toBe(true)
  })

  it('comes back through the importer', async () => {
    const [question] = await imported(bankAsCsv(aBank([awkward])), 'bank.csv')
    expect(question).toMatchObject({
      ...{ id: 'q1', stem: awkward.stem, leadIn: awkward.leadIn, answers: ['A', 'C'], tags: ['chest pain', 'ER'] },
      ...{ explanation: 'Because.', source: { note: 'bank.csv: Written for this test.' } },
      options: awkward.options.map(({ text }) => ({ text })),
    })
  })

  it('has every cell as it is, whatever signs are in it', () => {
    fc.assert(
      fc.property(banks, (bank) => {
        const rows = rowsOf(bankAsCsv(bank))
        expect(rows).toHaveLength(bank.questions.length)
        bank.questions.forEach((question, index) => {
          const cell = (rows[index] ?? [])[3] ?? ''
          // The apostrophe that keeps a formula from being one aside; a spreadsheet's line ends are line feeds.
          expect([question.leadIn, `'${question.leadIn}`]).toContain(cell)
        })
      }),
    )
  })

  it.each([
    ['=HYPERLINK("http://x","y")', `'=HYPERLINK("http://x","y")`],
    ['+82 is the code', "'+82 is the code"],
    ['-2 SD', "'-2 SD"],
    ['@cmd', "'@cmd"],
    [' =1+1', "' =1+1"],
    ['-5', '-5'],
    ['+0.5%', '+0.5%'],
    ['1-2', '1-2'],
  ])('makes no formula of %j', (text, cell) => {
    const csv = bankAsCsv(aBank([aQuestion({ options: options(text, 'other') })]))
    expect(rowsOf(csv)[0]?.[4]).toBe(cell)
  })

  it('leaves a cell empty where a question has fewer options than another', () => {
    const csv = bankAsCsv(
      aBank([aQuestion(), aQuestion({ id: 'q2', options: options('gout', 'sepsis'), answers: ['A'] })]),
    )
    expect(rowsOf(csv)[1]?.slice(4, 9)).toEqual(['gout', 'sepsis', '', '', ''])
  })
})

describe('a bank as text for Anki', () => {
  const question = aQuestion({
    stem: '# Na <120 & "low"\tthen\n| a | b |',
    subject: 'cardiology',
    tags: ['chest pain'],
    explanation: 'See <above>.',
  })

  it('says how it is written', () => {
    expect(bankAsAnki(aBank()).split('\n').slice(0, 2)).toEqual(['#separator:tab', '#html:true'])
  })

  it('has one line for each question, escaped, with its key behind', () => {
    const lines = bankAsAnki(aBank([question]))
      .trimEnd()
      .split('\n')
    const [front = '', back = '', tags, guid] = lines.at(-1)?.split('\t') ?? []
    expect(lines).toHaveLength(7)
    expect(front).toContain('&#35; Na &lt;120 &amp; &quot;low&quot; then<br>| a | b |')
    expect(back).toMatch(/^C\. acute appendicitis<br><br>See &lt;above&gt;\./)
    expect([tags, guid]).toEqual(['cardiology chest_pain', 'bank.q1'])
  })

  it('is read by the importer of such texts, with every note', () => {
    fc.assert(
      fc.property(banks, (bank) => {
        const read = readAnkiText(bankAsAnki(bank))
        if (!read.ok) throw new Error('not read')
        const rows = read.value.tables[0]?.rows ?? []
        expect(read.value.faults).toEqual([])
        expect(rows).toHaveLength(bank.questions.length)
        bank.questions.forEach(({ options: [first] }, index) => {
          const text = htmlToText(rows[index]?.cells[0] ?? '').text.replace(/\s+/g, ' ')
          expect(text).toContain(`A. ${first?.text ?? ''}`.replace(/\s+/g, ' ').trim())
        })
      }),
    )
  })
})

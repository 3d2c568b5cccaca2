import initSqlJs from 'sql.js'
import { describe, expect, it } from 'vitest'
import { aBankFile, aQuestion } from '#testing/builders/questions.ts'
import { importFixture } from '#testing/fixtures/imports/import-fixture.ts'
import { openImportSession } from './import-session.ts'

async function looked(file: string | Uint8Array<ArrayBuffer>, fileName: string) {
  const session = openImportSession(() => initSqlJs())
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  const seen = await session.look(bytes.buffer, fileName)
  if (!seen.ok) return { session, failure: seen.failure }
  const first = seen.value.tables[0]
  const choice = first === undefined ? null : { table: 0, mapping: first.proposed }
  return { session, look: seen.value, choice, preview: session.preview(choice) }
}

describe('a file of KorMedMCQA', () => {
  it('as parquet becomes questions without a word of the student', async () => {
    const { session, look, preview } = await looked(await importFixture('snappy.parquet'), 'doctor.parquet')
    expect(look?.format).toBe('parquet')
    expect(preview).toMatchObject({ count: 12, faults: [], faultCount: 0 })
    expect(session.questions(2, 1)).toMatchObject([
      {
        language: 'ko',
        leadIn: '비타민 C 결핍으로 생기는 병은?',
        options: [{ text: '각기병' }, { text: '펠라그라' }, { text: '괴혈병' }, { text: '구루병' }, { text: '야맹증' }],
        answers: ['C'],
        explanation: '콜라겐 합성이 되지 않아 잇몸 출혈과 점상출혈이 생긴다.',
        source: { note: 'doctor.parquet: 2022 1 3', reviewedAt: null },
      },
    ])
  })

  it('as CSV of a Korean Excel is the same', async () => {
    const csv =
      'subject,year,q_number,question,A,B,C,D,E,answer\r\ndoctor,2022,1,"갈비뼈는, 모두 몇 쌍인가?",12쌍,10쌍,11쌍,13쌍,14쌍,1\r\n'
    const { preview } = await looked(`\ufeff${csv}`, 'doctor.csv')
    expect(preview).toMatchObject({ count: 1, first: [{ leadIn: '갈비뼈는, 모두 몇 쌍인가?', answers: ['A'] }] })
  })
})

describe('a file of MedQA', () => {
  const asked = 'A man has a red, painful toe. Which drug is best?'

  it('with a record of options is read', async () => {
    const line = JSON.stringify({
      ...{ question: asked, answer: 'Colchicine', options: { A: 'Aspirin', B: 'Colchicine', C: 'Insulin' } },
      ...{ meta_info: 'step1', answer_idx: 'B', metamap_phrases: ['red', 'painful toe', 'drug'] },
    })
    const { preview } = await looked(`${line}\n`, 'medqa.jsonl')
    expect(preview).toMatchObject({
      count: 1,
      first: [{ stem: 'A man has a red, painful toe.', leadIn: 'Which drug is best?', answers: ['B'], language: 'en' }],
    })
  })

  it('with a list of options is read', async () => {
    const options = ['Aspirin', 'Colchicine', 'Insulin'].map((value, index) => ({ key: 'ABC'[index], value }))
    const { preview } = await looked(
      JSON.stringify([{ question: asked, options, answer: 'Colchicine', answer_idx: 'B' }]),
      'q.json',
    )
    expect(preview).toMatchObject({
      count: 1,
      first: [{ options: [{ text: 'Aspirin' }, { text: 'Colchicine' }, {}], answers: ['B'] }],
    })
  })
})

describe('a file of MedMCQA', () => {
  it('is read with its own way to count, and what has no key is left out', async () => {
    const row = {
      opa: 'Aspirin',
      opb: 'Colchicine',
      opc: 'Insulin',
      opd: 'Heparin',
      subject_name: 'Pharmacology',
      topic_name: null,
    }
    const lines = [
      { id: 'e1', question: 'Which drug treats gout?', ...row, cop: 1, exp: 'It stops microtubules.' },
      { id: 'e2', question: 'Which drug lowers glucose?', ...row, cop: 2, exp: null },
      { id: 'e3', question: 'Which drug is hidden?', ...row, cop: -1, exp: null },
    ].map((one) => JSON.stringify(one))
    const { preview } = await looked(lines.join('\n'), 'medmcqa.json')
    expect(preview).toMatchObject({
      count: 2,
      first: [
        { id: 'e1', answers: ['B'], subject: 'Pharmacology', explanation: 'It stops microtubules.' },
        { id: 'e2', answers: ['C'] },
      ],
      faults: [{ kind: 'noKey', place: { unit: 'line', at: 3 } }],
    })
  })
})

describe('a bank of our own', () => {
  it('is taken as it is, without the questions at fault', async () => {
    const file = aBankFile([aQuestion(), { ...aQuestion({ id: 'q2' }), stem: 4 }])
    const { look, preview } = await looked(JSON.stringify(file), 'week.json')
    expect(look).toMatchObject({ format: 'bank', about: { id: 'bank', licence: 'CC0-1.0' } })
    expect(preview).toMatchObject({
      count: 1,
      faults: [{ kind: 'field', fault: 'wrongType', place: { unit: 'question', at: 2 }, detail: 'stem' }],
    })
  })

  it('of a later version is refused', async () => {
    const { failure } = await looked(JSON.stringify({ ...aBankFile(), version: 2 }), 'later.json')
    expect(failure).toMatchObject({ kind: 'unsupported' })
  })
})

describe('a question of a file', () => {
  const head = 'id,question,A,B,C,answer'

  it('that stands there twice is taken once, whatever its spaces and the order of its options', async () => {
    const rows = ['1,What is it?,gout,sepsis,shock,A', '2,"What  is it ?",Shock,gout,sepsis,B']
    const { preview } = await looked([head, ...rows].join('\n'), 'x.csv')
    expect(preview).toMatchObject({ count: 1, warnings: [{ kind: 'duplicate', place: { unit: 'line', at: 3 } }] })
  })

  it('that differs by a decimal point alone is another one', async () => {
    const rows = ['1,Serum K is 1.5. What now?,gout,sepsis,shock,A', '2,Serum K is 15. What now?,gout,sepsis,shock,A']
    const { preview } = await looked([head, ...rows].join('\n'), 'x.csv')
    expect(preview?.count).toBe(2)
  })

  it.each([
    ['1,,gout,sepsis,shock,A', 'noStem'],
    ['1,What?,gout,,,A', 'optionCount'],
    ['1,What?,gout,,shock,A', 'emptyOption'],
    ['1,What?,gout,gout,shock,A', 'sameOption'],
    ['1,What?,gout,sepsis,shock,', 'noKey'],
    ['1,What?,gout,sepsis,shock,E', 'keyNotAnOption'],
  ])('as %j is left out: %s', async (row, kind) => {
    const good = '9,Which one is right?,gout,sepsis,shock,C'
    const { preview } = await looked([head, row, good].join('\n'), 'x.csv')
    expect(preview).toMatchObject({ count: 1, faults: [{ kind, place: { unit: 'line', at: 2 } }] })
  })

  it('loses its HTML and what runs in it, and says that a picture is missing', async () => {
    const row = '1,"See <b>this</b><img src=""ecg.png""><script>alert(1)</script> What?",H<sub>2</sub>O,sepsis,shock,A'
    const { preview } = await looked([head, row].join('\n'), 'x.csv')
    expect(preview?.first).toMatchObject([{ figureMissing: true, options: [{ text: 'H₂O' }, {}, {}] }])
    expect(preview?.first[0]?.leadIn).not.toMatch(/[<>]|alert/)
    expect(preview?.warnings.map(({ kind }) => kind)).toEqual(['missingFigure', 'activeContent'])
  })

  it('keeps its id from one import to the next where the file gives none', async () => {
    const text = 'question,A,B,answer\nWhat is it?,gout,sepsis,A\n'
    const [one, two] = [await looked(text, 'x.csv'), await looked(text, 'y.csv')]
    expect(one.preview?.first[0]?.id).toMatch(/^[\w.-]{1,64}$/)
    expect(one.preview?.first[0]?.id).toBe(two.preview?.first[0]?.id)
  })
})

describe('a file', () => {
  it.each([
    ['', 'x.csv', 'empty'],
    ['just some words', 'notes.txt', 'unknownFormat'],
    ['{"format": "munjin-bank", "version": 1, "quest', 'bank.json', 'damaged'],
  ])('as %j is refused', async (text, name, kind) => {
    expect((await looked(text, name)).failure).toMatchObject({ kind })
  })

  it('of GIFT, of Aiken and of Moodle is known by what is in it', async () => {
    const gift = '::one:: What is it? {=gout ~sepsis ~shock}\n'
    const aiken = 'What is it?\nA. gout\nB. sepsis\nANSWER: A\n'
    const moodle =
      '<?xml version="1.0"?><quiz><question type="multichoice"><questiontext format="html"><text>What is it?</text></questiontext>' +
      '<single>true</single><answer fraction="100"><text>gout</text></answer><answer fraction="0"><text>sepsis</text></answer></question></quiz>'
    for (const [text, format] of [
      [gift, 'gift'],
      [aiken, 'aiken'],
      [moodle, 'moodleXml'],
    ] as const) {
      const { look, preview } = await looked(text, 'quiz.txt')
      expect([look?.format, preview?.count, preview?.first[0]?.answers]).toEqual([format, 1, ['A']])
    }
  })

  it('of Anki has a table a note type, and says which notes are no questions', async () => {
    const { look, preview } = await looked(await importFixture('genanki.apkg'), 'deck.apkg')
    expect(look?.format).toBe('ankiPackage')
    expect(look?.tables.length).toBe(2)
    expect((preview?.count ?? 0) + (preview?.faultCount ?? 0)).toBeGreaterThan(0)
  })
})

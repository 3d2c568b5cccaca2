import fc from 'fast-check'
import initSqlJs from 'sql.js'
import { describe, expect, it } from 'vitest'
import { damagedBy, damages, importFixture } from '#testing/fixtures/imports/import-fixture.ts'
import { openImportSession } from './import-session.ts'

// Files that other programs made, and texts of every format, broken at random: each is read or refused in words, soon, and never
// throws. MUNJIN_FUZZ sets how many, MUNJIN_SEED which.

const mutations = Number(process.env['MUNJIN_FUZZ'] ?? 10_000)
const seed = Number(process.env['MUNJIN_SEED'] ?? 20261124)
const mostMs = 5000

const packed = ['snappy', 'gzip', 'zstd', 'brotli', 'lz4', 'none', 'nested', 'pages-v2', 'prefixes', 'wide']
  .map((name) => `${name}.parquet`)
  .concat(['genanki.apkg', 'anki-legacy.apkg', 'anki-new.apkg'])

const texts: Readonly<Record<string, string>> = {
  'bank.csv':
    '\ufeffquestion,A,B,C,D,answer,subject\r\n"갈비뼈는, 모두 몇 쌍인가?",12쌍,10쌍,"11 ""쌍""",13쌍,1,anatomy\r\n"two\nlines",a,b,c,d,C,x\r\n',
  'bank.tsv': 'stem\toption1\toption2\tkey\nWhich?\tone\ttwo\t2\n',
  'medqa.jsonl': '{"question":"Which?","options":{"A":"one","B":"two"},"answer_idx":"B","answer":"two"}\n'.repeat(3),
  'bank.json':
    '[{"question":"Which?","opa":"one","opb":"two","opc":"three","opd":"four","cop":1,"exp":"<b>so</b>","subject_name":"Anatomy"}]',
  'quiz.gift':
    '::Ribs:: How many pairs of ribs? {=twelve ~ten #no ~%50%eleven}\n\n// note\n::T:: The heart is a muscle.{T}\n',
  'quiz.txt':
    'How many pairs of ribs?\nA. ten\nB. twelve\nANSWER: B\n\nWhich is a bone?\nA) heart\nB) femur\nANSWER: B\n',
  'quiz.xml':
    '<?xml version="1.0"?><quiz><question type="multichoice"><name><text>Ribs</text></name><questiontext format="html"><text><![CDATA[<p>How <img src="x"> many?</p><script>alert(1)</script>]]></text></questiontext><answer fraction="100"><text>twelve</text></answer><answer fraction="0"><text>ten</text></answer></question></quiz>',
  'notes.txt': '#separator:tab\n#html:true\nWhich? <br>A. one<br>B. two\tB\n',
}

describe('a broken file', () => {
  it(`is read or refused, never thrown over (${mutations} of them)`, { timeout: mutations * mostMs }, async () => {
    const sqlite = await initSqlJs()
    const whole = new Map<string, Uint8Array>()
    for (const [name, text] of Object.entries(texts)) whole.set(name, new TextEncoder().encode(text))
    for (const name of packed) whole.set(name, await importFixture(name))
    const outcomes = { read: 0, refused: 0 }
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole.keys()), damages, async (name, all) => {
        const started = performance.now()
        const session = openImportSession(() => Promise.resolve(sqlite))
        const seen = await session.look(damagedBy(whole.get(name) ?? new Uint8Array(), all).buffer, name)
        outcomes[seen.ok ? 'read' : 'refused'] += 1
        if (seen.ok) {
          const preview = session.preview(
            seen.value.tables.map(({ proposed }, table) => ({ table, mapping: proposed }))[0] ?? null,
          )
          expect(preview.first.every(({ options }) => options.length >= 2)).toBe(true)
          expect(JSON.stringify(session.questions(0, 50))).not.toMatch(/<script|<img/i)
        } else expect(seen.failure.kind).toMatch(/^[a-zA-Z]+$/)
        expect(performance.now() - started).toBeLessThan(mostMs)
      }),
      { numRuns: mutations, seed },
    )
    expect(outcomes.read).toBeGreaterThan(0)
    expect(outcomes.refused).toBeGreaterThan(0)
  })
})

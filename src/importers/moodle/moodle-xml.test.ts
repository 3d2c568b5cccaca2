import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft } from '#domain/importing/draft.ts'
import { editedText } from '#testing/builders/edited-text.ts'
import { htmlToText } from '../html/html-text.ts'
import { isMoodleXml, readMoodleXml } from './moodle-xml.ts'
import type { DraftsRead } from '../reading.ts'

function readOf(xml: string): DraftsRead {
  const read = readMoodleXml(xml)
  if (!read.ok) throw new Error(read.failure.kind)
  return read.value
}

function only(questions: string): Draft {
  const { drafts, faults } = readOf(`<quiz>${questions}</quiz>`)
  expect(faults).toEqual([])
  const [draft] = drafts
  if (draft === undefined || drafts.length !== 1) throw new Error(`${drafts.length} drafts`)
  return draft
}

const choice = `<question type="multichoice"><questiontext format="html"><text>Which?</text></questiontext>
<answer fraction="100"><text>a</text></answer><answer fraction="0"><text>b</text></answer></question>`

const file = `<?xml version="1.0" encoding="UTF-8"?>
<!-- exported on a Friday -->
<quiz>
<!-- question: 0  -->
  <question type="category">
    <category><text>$course$/top/Medicine/Renal</text></category>
    <info format="html"><text></text></info>
    <idnumber>cat-7</idnumber>
  </question>
<!-- question: 815  -->
  <question type="multichoice">
    <name><text>Casts</text></name>
    <questiontext format="html">
      <text><![CDATA[<p>Muddy brown casts: <img src="@@PLUGINFILE@@/casts.png" alt="sediment"></p>]]></text>
<file name="casts.png" path="/" encoding="base64">iVBORw0KGgoAAAANSUhEUgAA
AAAA</file>
    </questiontext>
    <generalfeedback format="html"><text>&lt;b&gt;ATN&lt;/b&gt; makes them.</text></generalfeedback>
    <defaultgrade>1.0000000</defaultgrade>
    <penalty>0.3333333</penalty>
    <hidden>0</hidden>
    <idnumber>R-12</idnumber>
    <single>true</single>
    <shuffleanswers>true</shuffleanswers>
    <correctfeedback format="html"><text>Right.</text></correctfeedback>
    <answer fraction="0" format="plain_text">
      <text>GFR &lt; 15</text>
      <feedback format="html"><text><![CDATA[<i>no</i>]]></text></feedback>
    </answer>
    <answer fraction="100" format="html">
      <text><![CDATA[<p>tubular necrosis</p>]]></text>
      <feedback format="html"><text></text></feedback>
    </answer>
    <answer fraction="50" format="html"><text>nephritis</text><feedback format="html"><text/></feedback></answer>
    <tags><tag><text>urine</text></tag><tag><text> Renal &amp; more </text></tag></tags>
    <hint format="html"><text>Look again.</text></hint>
  </question>
  <question type="essay"><name><text>e</text></name><questiontext><text>Discuss.</text></questiontext></question>
  <question type="category"><category><text>심장//혈관</text></category></question>
  <question type="truefalse">
    <questiontext format="plain_text"><text>심낭은 두 겹이다.</text></questiontext>
    <idnumber></idnumber>
    <answer fraction="0" format="moodle_auto_format"><text>false</text><feedback><text>둘이다</text></feedback></answer>
    <answer fraction="100" format="moodle_auto_format"><text>true</text></answer>
  </question>
</quiz>
`

describe('a Moodle XML file', () => {
  it('is read question by question', () => {
    expect(readOf(file)).toEqual({
      kind: 'drafts',
      drafts: [
        {
          ...{ place: { unit: 'question', at: 1 }, markup: 'html', id: 'R-12', leadIn: '', source: '', group: null },
          stem: '<p>Muddy brown casts: <img src="@@PLUGINFILE@@/casts.png" alt="sediment"></p>',
          options: [
            { text: 'GFR &lt; 15', rationale: '<i>no</i>' },
            { text: '<p>tubular necrosis</p>', rationale: '' },
            { text: 'nephritis', rationale: '' },
          ],
          correct: [1],
          explanation: '<b>ATN</b> makes them.',
          subject: 'Renal',
          tags: ['Medicine', 'urine', 'Renal & more'],
        },
        {
          ...{ place: { unit: 'question', at: 3 }, markup: 'plain', id: null, leadIn: '', source: '', group: null },
          stem: '심낭은 두 겹이다.',
          options: [
            { text: '거짓', rationale: '둘이다' },
            { text: '참', rationale: '' },
          ],
          correct: [1],
          explanation: '',
          subject: '심장/혈관',
          tags: [],
        },
      ],
      faults: [{ kind: 'unsupportedKind', place: { unit: 'question', at: 2 }, detail: 'essay' }],
    })
  })

  it('has its pictures missed by the text of its HTML', () => {
    expect(htmlToText(readOf(file).drafts[0]?.stem ?? '')).toMatchObject({
      text: 'Muddy brown casts: [sediment]',
      figures: ['casts.png'],
    })
  })

  it.each([
    ['one that is best', '<single>true</single>', [100, 50, 0], [0]],
    ['one that is best though not perfect', '<single>1</single>', [50, 90, 0], [1]],
    ['one where nothing is said', '', [0, 100, 50], [1]],
    ['several', '<single>false</single>', [50, -100, 50], [0, 2]],
    ['several in an old file', '<single>0</single>', [33.33333, 66.66667, 0], [0, 1]],
    ['none', '<single>true</single>', [0, 0, -50], []],
  ])('may have right options: %s', (_, single, fractions, correct) => {
    const answers = fractions.map((fraction, at) => `<answer fraction="${fraction}"><text>${at}</text></answer>`)
    expect(only(`<question type="multichoice">${single}${answers.join('')}</question>`)).toMatchObject({ correct })
  })

  it.each([
    ['html', 'html', 'a\nb'],
    ['moodle_auto_format', 'html', 'a<br>\nb'],
    ['plain_text', 'plain', 'a\nb'],
    ['markdown', 'plain', 'a\nb'],
    ['of_tomorrow', 'html', 'a\nb'],
  ])('says its markup: %s', (format, markup, stem) => {
    const text = `<questiontext format="${format}"><text>a\nb</text></questiontext>`
    expect(only(`<question type="multichoice">${text}</question>`)).toMatchObject({ markup, stem })
  })

  it('may have HTML that nobody has escaped', () => {
    const text = '<text><p class="a &quot;b&quot;">x<br/><b>y</b></p></text>'
    const { stem } = only(`<question type="multichoice"><questiontext>${text}</questiontext></question>`)
    expect(stem).toBe('<p class="a &quot;b&quot;">x<br/><b>y</b></p>')
  })

  it('may have texts without their <text>, and fractions with a comma', () => {
    const answer = '<answer fraction="66,6">a<feedback>b</feedback></answer>'
    expect(only(`<question type="multichoice"><questiontext>q</questiontext>${answer}</question>`)).toMatchObject({
      ...{ stem: 'q', correct: [0], options: [{ text: 'a', rationale: 'b' }] },
    })
  })

  it('keeps entities and characters that XML does not have', () => {
    const text = '<text>5&nbsp;mg\u000b a\u0000b &#13;</text>'
    const { stem } = only(`<question type="multichoice"><questiontext>${text}</questiontext></question>`)
    expect(htmlToText(stem).text).toBe('5 mg ab')
  })

  it('does not expand entities of its own making', () => {
    const entities = Array.from({ length: 30 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`)
    const head = `<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY e0 "lol"><!ENTITY f SYSTEM "file:///etc/passwd">${entities.join('')}]>`
    const text = '<text>&e30; &f; &lt;</text>'
    const { drafts } = readOf(`${head}<quiz>${choice.replace('<text>Which?</text>', text)}</quiz>`)
    expect(drafts[0]?.stem).toBe('&e30; &f; <')
  })

  it('may have blank lines and a byte order mark before it', () => {
    expect(readOf(`\ufeff\n\n<?xml version="1.0" ?>\r\n<quiz>${choice}</quiz>`).drafts).toHaveLength(1)
  })

  it('that breaks off keeps the questions that were whole', () => {
    const end = file.indexOf('<text>심낭')
    expect(readOf(file.slice(0, end))).toMatchObject({
      drafts: [{ id: 'R-12' }],
      faults: [
        { kind: 'unsupportedKind', place: { at: 2 } },
        { kind: 'syntax', place: { unit: 'question', at: 3 } },
      ],
    })
  })

  it.each([
    ['in the second question', `<quiz>${choice}<question type="multichoice"><questiontext><text>a & b</text>`, 2],
    ['in a category', `<quiz>${choice}<question type="category"><category><text>a</quiz>`, 1],
    ['after the last question', `<quiz>${choice}${choice}`, 2],
    ['after the quiz', `<quiz>${choice}${choice}</quiz><quiz>`, 2],
    ['at a wrong end tag', `<quiz>${choice}${choice.replace('</question>', '</quiz>')}`, 2],
  ])('tells where it breaks: %s', (_, xml, at) => {
    const { faults } = readOf(xml)
    expect(faults).toMatchObject([{ kind: 'syntax', place: { unit: 'question', at } }])
    expect(faults[0]?.detail).toMatch(/^\d+:\d+: \w/)
  })

  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['<quiz></quiz>', 'empty'],
    ['<quiz><question type="category"><category><text>a</text></category></question></quiz>', 'empty'],
    ['<html><body>Hello</body></html>', 'unknownFormat'],
    ['<quiz', 'damaged'],
    ['<quiz><question type="multichoice"><name>', 'damaged'],
    ['Hello', 'damaged'],
    ['<!DOCTYPE quiz [ <!ENTITY', 'damaged'],
  ])('needs questions: %j', (xml, kind) => {
    expect(readMoodleXml(xml)).toMatchObject({ ok: false, failure: { kind, place: null } })
  })
})

describe('Moodle XML', () => {
  it.each([file, '<quiz>', `\ufeff<?xml version="1.0"?>\n<!-- ${'licence '.repeat(500)} -->\n<quiz >`])(
    'is told by its root: %#',
    (text) => {
      expect(isMoodleXml(text)).toBe(true)
    },
  )

  it.each(['', 'What is a <quiz>?', '<html><quizzes></quizzes></html>', '{"a": "<quiz>"}'])(
    'is not seen in %j',
    (text) => {
      expect(isMoodleXml(text)).toBe(false)
    },
  )
})

describe('any text', () => {
  it.each([
    ['nested elements', `<quiz>${'<question>'.repeat(100_000)}${'</question>'.repeat(100_000)}</quiz>`],
    ['nested markup', `<quiz><question><text>${'<b>'.repeat(100_000)}`],
    ['end tags of what is not open', `<quiz>${'</b>'.repeat(100_000)}`],
    ['entities', `<quiz><question><text>${'&a;&amp;'.repeat(100_000)}`],
    [
      'a file of several megabytes',
      `<quiz>${choice}<question><file>${'AAAA'.repeat(1_000_000)}</file></question></quiz>`,
    ],
    ['options', `<quiz><question type="multichoice">${'<answer fraction="1"/>'.repeat(100_000)}</question></quiz>`],
    ['a document type', `<!DOCTYPE ${'<!-- - '.repeat(100_000)}`],
  ])(
    'is read in a time that grows with its length: %s',
    (_, xml) => {
      expect(() => readMoodleXml(xml)).not.toThrow()
    },
    60_000,
  )

  it('is read to places that lie within the file', () => {
    const inserts = [
      '<',
      '>',
      '&',
      '&amp;',
      '</text>',
      '<question type="multichoice">',
      '</question>',
      ']]>',
      '<![CDATA[',
      '"',
      '\ud800',
    ]
    fc.assert(
      fc.property(editedText(file, inserts), (xml) => {
        const read = readMoodleXml(xml)
        if (!read.ok) return
        const questions = xml.split('<question').length - 1
        for (const { place } of [...read.value.drafts, ...read.value.faults]) {
          expect(place.unit).toBe('question')
          expect(place.at).toBeGreaterThanOrEqual(1)
          expect(place.at).toBeLessThanOrEqual(questions)
        }
      }),
      { seed: 20_260_104, numRuns: 200 },
    )
  })
})

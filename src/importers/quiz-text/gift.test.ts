import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft } from '#domain/importing/draft.ts'
import { editedText } from '#testing/builders/edited-text.ts'
import { isGift, readGift } from './gift.ts'
import type { DraftsRead } from '../reading.ts'

function readOf(text: string): DraftsRead {
  const read = readGift(text)
  if (!read.ok) throw new Error(read.failure.kind)
  return read.value
}

function only(text: string): Draft {
  const { drafts, faults } = readOf(text)
  expect(faults).toEqual([])
  const [draft] = drafts
  if (draft === undefined || drafts.length !== 1) throw new Error(`${drafts.length} drafts`)
  return draft
}

function faultsOf(text: string): readonly (readonly [string, number, string])[] {
  return readOf(text).faults.map(({ kind, place, detail }) => [kind, place.at, detail])
}

const file = String.raw`// a quiz of the second year

$CATEGORY: $course$/top/Medicine/Cardiology

// question: 4711  name: murmur [id:CARD-1] [tag:murmur] [tag:week \] 3]
::Murmur one:: [html]A <b>harsh</b> systolic murmur radiates to the neck.<br>Which valve?{
	=aortic#It radiates to the carotids.
	~mitral#[plain]p < 0.05
	~%-50%tricuspid
	####Think of <i>radiation</i>.
}

::Two of them::
Which raise the potassium?
{
~%50%spironolactone
// furosemide was here before
~%50%ramipril#ACE
~%-100%furosemide
}

$CATEGORY: Renal

The {~left =right} kidney lies lower.

심근경색의 흉통은 휴식으로 사라진다.{F#아니다#맞다####전체}
`

describe('a GIFT file', () => {
  it('is read question by question', () => {
    const { drafts, faults } = readOf(file)
    expect(faults).toEqual([])
    expect(drafts).toEqual([
      {
        ...{ place: { unit: 'line', at: 6 }, markup: 'html', id: 'CARD-1', leadIn: '', source: '', group: null },
        stem: 'A <b>harsh</b> systolic murmur radiates to the neck.<br>Which valve?',
        options: [
          { text: 'aortic', rationale: 'It radiates to the carotids.' },
          { text: 'mitral', rationale: 'p &lt; 0.05' },
          { text: 'tricuspid', rationale: '' },
        ],
        correct: [0],
        explanation: 'Think of <i>radiation</i>.',
        subject: 'Cardiology',
        tags: ['Medicine', 'murmur', 'week ] 3'],
      },
      expect.objectContaining({
        place: { unit: 'line', at: 14 },
        markup: 'plain',
        id: null,
        stem: 'Which raise the potassium?',
        correct: [0, 1],
        subject: 'Cardiology',
        tags: ['Medicine'],
      }),
      expect.objectContaining({ stem: 'The _____ kidney lies lower.', correct: [1], subject: 'Renal', tags: [] }),
      expect.objectContaining({
        place: { unit: 'line', at: 26 },
        options: [
          { text: '참', rationale: '아니다' },
          { text: '거짓', rationale: '맞다' },
        ],
        correct: [1],
        explanation: '전체',
      }),
    ])
  })

  it('has backslashes before the letters that would be marks', () => {
    const draft = only(String.raw`\{pH\} \= 7.1\: 50\% \#1 \~2\nC\\D \(x\)?{=a\=b#c\#d ~\}}`)
    expect(draft.stem).toBe('{pH} = 7.1: 50\\% #1 ~2\nC\\D \\(x\\)?')
    expect(draft.options).toEqual([
      { text: 'a=b', rationale: 'c#d' },
      { text: '}', rationale: '' },
    ])
  })

  it.each([
    ['{T}', [0]],
    ['{TRUE#no#yes}', [0]],
    ['{ FALSE }', [1]],
    ['{false####why}', [1]],
  ])('knows %s', (answer, correct) => {
    expect(only(`The heart has four chambers.${answer}`)).toMatchObject({
      correct,
      options: [{ text: 'True' }, { text: 'False' }],
    })
  })

  it.each([
    ['one right one', '{=a ~b ~c}', [0]],
    ['part of the mark beside the right one', '{~%50%a =b ~c}', [1]],
    ['several right ones', '{~%33.33333%a ~%66.6667%b ~%-100%c}', [0, 1]],
    ['the whole mark without an equals sign', '{~%100%a ~%-100%b}', [0]],
    ['a weight behind the equals sign', '{=%100%a =%50%b ~c}', [0]],
    ['several equals signs', '{=a =b ~c}', [0, 1]],
    ['no right one', '{~a ~b}', []],
    ['an option without its mark', '{a ~b =c}', [2]],
  ])('may have %s', (_, answers, correct) => {
    expect(only(`Which?${answers}`)).toMatchObject({ correct })
    expect(only(`Which?${answers}`).options.map(({ text }) => text)).toEqual(
      ['a', 'b', 'c'].slice(0, answers.includes('c') ? 3 : 2),
    )
  })

  it.each([
    ['[html]a\nb', 'html', 'a\nb'],
    ['[moodle]a\nb', 'html', 'a<br>\nb'],
    ['[plain]a <b>\nb', 'plain', 'a <b>\nb'],
    ['[markdown]*a*', 'plain', '*a*'],
    ['[BP] a < b\nNa<K', 'plain', '[BP] a < b\nNa<K'],
    ['a<sub>1</sub> &gt; 2\nb\n<p>c</p>', 'html', 'a<sub>1</sub> &gt; 2<br>\nb\n<p>c</p>'],
  ])('says its markup: %s', (stem, markup, text) => {
    expect(only(`${stem}{=a ~b}`)).toMatchObject({ markup, stem: text })
  })

  it('has feedback to the end of the option, and general feedback to the end', () => {
    expect(only('Q{=a#one # two ~b#####all}')).toMatchObject({
      options: [
        { text: 'a', rationale: 'one # two' },
        { text: 'b', rationale: '' },
      ],
      explanation: 'all',
    })
    expect(only('Q{=a ~b#x ####first#### last }')).toMatchObject({
      options: [{ text: 'a' }, { text: 'b', rationale: 'x ####first' }],
      explanation: 'last',
    })
  })

  it('has titles with colons in them and questions that only begin like one', () => {
    expect(only(String.raw`::a\:\:b:: c{T}`)).toMatchObject({ stem: 'c' })
    expect(only('::c {T}')).toMatchObject({ stem: '::c' })
    expect(only('c::d::e {T}')).toMatchObject({ stem: 'c::d::e' })
  })

  it('may set its category right above or below a question', () => {
    const { drafts } = readOf('$CATEGORY: a/b\nq1 {T}\n$CATEGORY: c\n\n\n// only [id:lost]\n\nq2 {F}')
    expect(drafts.map(({ subject, tags, id, place }) => [subject, tags, id, place.at])).toEqual([
      ['b', ['a'], null, 2],
      ['c', [], null, 8],
    ])
  })

  it('may end its lines in any way', () => {
    expect(readOf('a {T}\r\n\r\nb {T}').drafts.map(({ place }) => place.at)).toEqual([1, 3])
    expect(readOf('a {T}\r\rb {T}').drafts.map(({ place }) => place.at)).toEqual([1, 3])
  })

  it('leaves out what has no options, and names it', () => {
    const text = [
      ...['Say all you know. {}', 'Say more. {####As above}', 'Normal pH {#7.35..7.45}', 'Normal Na {#=140:5 ~#no}'],
      ...[
        'Match {=a -> b =c -> d}',
        'First bone {=stapes =stirrup}',
        'Largest organ {skin}',
        'Read this first.',
        'ok {T}',
      ],
    ].join('\n\n')
    expect(faultsOf(text)).toEqual([
      ['unsupportedKind', 1, 'essay'],
      ['unsupportedKind', 3, 'essay'],
      ['unsupportedKind', 5, 'numerical'],
      ['unsupportedKind', 7, 'numerical'],
      ['unsupportedKind', 9, 'matching'],
      ['unsupportedKind', 11, 'shortanswer'],
      ['unsupportedKind', 13, 'shortanswer'],
      ['unsupportedKind', 15, 'description'],
    ])
  })

  it('leaves out what has no pair of braces', () => {
    const text = 'a {=b ~c\n\n=d}\n\n}e{\n\n::f:: {=\\(\\frac{1}{2}\\) ~g}\n\nok {T}'
    expect(faultsOf(text).map(([kind, line]) => [kind, line])).toEqual([
      ['syntax', 1],
      ['syntax', 3],
      ['syntax', 5],
      ['syntax', 7],
    ])
    expect(faultsOf(text)[0]?.[2]).toBe('a {=b ~c')
    expect(readOf(text).drafts).toHaveLength(1)
  })

  it.each([
    ['', 'empty'],
    ['\n// nothing\n\n$CATEGORY: a\n', 'empty'],
    ['Dear all,\n\nthe exam is on Friday.', 'unknownFormat'],
  ])('needs questions: %j', (text, kind) => {
    expect(readGift(text)).toMatchObject({ ok: false, failure: { kind } })
  })
})

describe('GIFT', () => {
  it.each([file, 'a {T}', 'a {\n=b ~c}', '::t:: a {}', 'pH {#7.4:0.1}', 'x {FALSE#no}'])(
    'is told by its marks: %j',
    (text) => {
      expect(isGift(text)).toBe(true)
    },
  )

  it.each([
    '',
    'a,b\n1,2',
    'Which?\nA. b\nB. c\nANSWER: A',
    '{"a": "="}',
    'The {{c1::vagus}}',
    String.raw`\{=a\}`,
    '# a {#id}',
  ])('is not seen in %j', (text) => {
    expect(isGift(text)).toBe(false)
  })
})

describe('any text', () => {
  it.each([
    ['brackets in comments', `// ${'[id:'.repeat(200_000)}\na {T}`],
    ['braces', '{'.repeat(300_000)],
    ['options', `a {=b ${'~c#d'.repeat(100_000)}}`],
    ['blanks in braces', `${'{ '.repeat(200_000)}${' '.repeat(200_000)}`],
    ['colons and hashes', '::'.repeat(100_000) + '#'.repeat(200_000) + '\\'.repeat(100_000)],
    ['half tags', `${'<a '.repeat(200_000)} {T}`],
    ['line breaks', '\n'.repeat(1_000_000)],
  ])(
    'is read in a time that grows with its length: %s',
    (_, text) => {
      isGift(text)
      expect(() => readGift(text)).not.toThrow()
    },
    60_000,
  )

  it('is read to places that lie within the file', () => {
    const inserts = [
      '{',
      '}',
      '\\',
      '=',
      '~',
      '#',
      '####',
      '::',
      '->',
      '//',
      '$CATEGORY:',
      '\n\n',
      '\r',
      '%',
      '[html]',
      '<b>',
    ]
    fc.assert(
      fc.property(editedText(file, inserts), (text) => {
        const read = readGift(text)
        if (!read.ok) return
        const lines = text.split(/\r\n?|\n/).length
        for (const { place } of [...read.value.drafts, ...read.value.faults]) {
          expect(place.unit).toBe('line')
          expect(place.at).toBeGreaterThanOrEqual(1)
          expect(place.at).toBeLessThanOrEqual(lines)
        }
      }),
      { seed: 20_260_102, numRuns: 200 },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import file from '../../../public/reference/glossary.json' with { type: 'json' }
import { termFinder } from './find-terms.ts'
import type { GlossaryTerm } from './glossary.ts'
import { parseGlossary, withOwnTerms } from './glossary.ts'

function theGlossary() {
  const parsed = parseGlossary(file)
  if (!parsed.ok) throw new Error(parsed.failure)
  return parsed.value
}

const { terms } = theGlossary()
const find = termFinder(terms)

/** The terms of a text with their other names, as `심부전=heart failure`. */
const found = (text: string, finder = find): readonly string[] =>
  finder(text).flatMap((piece) => (piece.kind === 'term' ? [`${piece.text}=${piece.other}`] : []))

describe('the glossary', () => {
  it('is read whole', () => {
    expect(terms).toHaveLength(460)
  })

  it('is refused where a term lacks a language', () => {
    expect(parseGlossary({ ...file, terms: [{ id: 'gout', ko: [], en: ['gout'] }] })).toMatchObject({ ok: false })
  })

  it('gives way to a student’s own terms', () => {
    const own: GlossaryTerm = { id: 'own', ko: ['심부전'], en: ['cardiac failure'] }
    expect(found('심부전과 천식', termFinder(withOwnTerms(terms, [own])))).toEqual([
      '심부전=cardiac failure',
      '천식=asthma',
    ])
  })
})

describe('a term', () => {
  it.each([
    ['급성 심근경색증이 의심된다.', ['급성 심근경색증=acute myocardial infarction']],
    ['비소세포폐암으로 진단받았다.', ['비소세포폐암=non-small cell lung cancer']],
    ['천식이 있는 환자', ['천식=asthma']],
    ['(천식)', ['천식=asthma']],
    ['소아천식클리닉', []],
    ['천식약', []],
    ['좌측기흉으로', []],
    ['우상복부 통증', []],
    ['복부 통증을', ['복부 통증=abdominal pain']],
    ['무심부전', []],
    ['Heart failure and COPD.', ['Heart failure=심부전', 'COPD=만성폐쇄폐질환']],
    ['COPD로 치료 중', ['COPD=만성폐쇄폐질환']],
    ['copd', []],
    ['Crohn’s disease', ['Crohn’s disease=크론병']],
    ['cardiomyopathy', []],
    ['asthmatic', []],
    ['non-asthma', []],
    ['', []],
  ])('in %j', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  const names = terms.flatMap(({ ko, en }) => [...ko, ...en])
  const word = fc.oneof(
    fc.constantFrom(...names),
    fc.constantFrom(' ', ' ', '. ', ', ', '의 ', '이 ', '환자', 'a', '-', '비', 'I', '’', '5'),
    fc.string({ maxLength: 4 }),
  )
  const text = fc.array(word, { maxLength: 20 }).map((all) => all.join(''))

  it('and what is between terms join to the text', () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(
          find(written)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(written)
      }),
    )
  })

  it('stands by itself whole: between blanks every name is found as one piece', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), (name) => {
        expect(find(` ${name} `)).toMatchObject([{ text: ' ' }, { kind: 'term', text: name }, { text: ' ' }])
      }),
      { numRuns: 400 },
    )
  })

  it('is never a part of a longer Latin word', () => {
    fc.assert(
      fc.property(text, (written) => {
        let at = 0
        for (const piece of find(written)) {
          const end = at + piece.text.length
          const letters = /[a-z\d]/i
          if (piece.kind === 'term' && letters.test(piece.text[0] ?? '')) {
            expect(written.slice(0, at)).not.toMatch(/[a-z\d]$/i)
          }
          if (piece.kind === 'term' && letters.test(piece.text.at(-1) ?? '')) {
            expect(written.slice(end)).not.toMatch(/^[a-z\d]/i)
          }
          at = end
        }
      }),
    )
  })

  it('is found in a time that grows with the text', () => {
    // 300,000 letters; a time that grew with their square would be minutes.
    const long = '급성 심근경색과 heart failur '.repeat(13_000)
    const start = performance.now()
    expect(find(long)).toHaveLength(26_000)
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aQuestion, options } from '#testing/builders/questions.ts'
import type { Question } from './question.ts'
import { openQuestionSearch } from './search-questions.ts'

const bank: readonly Question[] = [
  aQuestion({
    id: 'w3-1',
    subject: 'cardiology',
    tags: ['심부전'],
    stem: '72세 남자가 숨이 차서 왔다.',
    leadIn: '진단은?',
  }),
  aQuestion({
    id: 'w3-2',
    subject: 'surgery',
    stem: '23세 여자가 배가 아파서 왔다.',
    options: options('충수염', '게실염'),
  }),
  aQuestion({ id: 'w4-1', subject: 'surgery', stem: 'A man with pain.', leadIn: 'Which test?' }),
]
const names: Readonly<Record<string, string>> = { cardiology: '심장내과\nCardiology', surgery: '외과\nSurgery' }
const find = (query: string): readonly (string | undefined)[] =>
  openQuestionSearch(bank, (subject) => names[subject] ?? subject)
    .find(query)
    .map((place) => bank[place]?.id)

describe('questions', () => {
  it.each([
    ['', ['w3-1', 'w3-2', 'w4-1']],
    ['w3', ['w3-1', 'w3-2']],
    ['외과', ['w3-2', 'w4-1']],
    ['ㅅㅂㅈ', ['w3-1']],
    ['충ㅅ', ['w3-2']],
    ['세 왔다', ['w3-1', 'w3-2']],
    ['SURGERY pain', ['w4-1']],
    ['nothing of this', []],
  ])('are found by %j', (query, expected) => {
    expect(find(query)).toEqual(expected)
  })

  it('are the same whatever was typed before', () => {
    const search = openQuestionSearch(bank)
    const queries = [
      '',
      'w',
      'w3',
      'w3-1',
      '외',
      'ㅅ',
      '시',
      '심',
      '심ㅂ',
      '심부',
      'pain',
      'p',
      ' ',
      '왔다 ',
      '왔다 배',
      'ㄴㅈ',
      'ㄴㅈ가',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...queries), { maxLength: 12 }), (typed) => {
        for (const query of typed) expect(search.find(query)).toEqual(openQuestionSearch(bank).find(query))
      }),
    )
  })

  it('are found among ten thousand within a frame, at every keystroke', () => {
    const long =
      '응급실에 온 환자는 사흘 전부터 열이 나고 기침을 하였다. 혈압 120/80 mm Hg, 맥박 98회/분이었다. '.repeat(8)
    const many = Array.from({ length: 10_000 }, (_, index) =>
      aQuestion({
        id: `q${index}`,
        stem: `${long} ${index}`,
        leadIn: index % 100 === 0 ? '가장 적절한 검사는?' : '진단은?',
      }),
    )
    const search = openQuestionSearch(many)
    const typed = ['ㄱ', '거', '검', '검ㅅ', '검사', '검사ㄴ', '검사느', '검사는', 'x', 'xy', 'ㅎㅅ']
    const best = new Map<string, number>()
    for (let turn = 0; turn < 5; turn += 1) {
      for (const query of typed) {
        const start = performance.now()
        search.find(query)
        best.set(query, Math.min(best.get(query) ?? Infinity, performance.now() - start))
      }
      search.find('')
    }
    expect([...best].filter(([, time]) => time >= 16)).toEqual([])
    expect(search.find('검사는')).toHaveLength(100)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractAnswer } from './extract-answer.ts'
import { optionLabels } from './question.ts'

const options = ['급성 위염', '담낭염', '급성 충수염', '장염', '게실염']

function letterOf(text: string): string {
  const found = extractAnswer(text, 5, options)
  return found.kind === 'answer' ? found.label : 'none'
}

const table: Readonly<Record<string, readonly string[]>> = {
  A: ['제가 고른 답은 ①입니다.', 'The answer is A because of the rash.'],
  B: [
    '**정답: B**',
    'B',
    'B.',
    '(B)',
    '②',
    '2번',
    '2',
    'Ｂ',
    '따라서 ②번이 정답입니다.',
    '선택: B',
    '(정답) 2번',
    '최종 정답: (2)',
    'The most likely diagnosis is pulmonary tuberculosis.\n\n\\boxed{B}',
  ],
  C: [
    '정답: ③',
    '정답은 3번',
    '정답은 ③번입니다.',
    '정답은 C입니다',
    'Answer: C',
    'The answer is (C).',
    '\\boxed{C}',
    '$\\boxed{3}$',
    '\\boxed{C. 폐렴}',
    '{"answer": "C"}',
    '정답: A\n다시 보면 정답: C',
    'C. 급성 충수염',
    '급성 충수염',
    '<think>\n\n</think>\n\nC',
  ],
  D: [
    '정답：D',
    '\\boxed{\\text{D}}',
    '```json\n{"answer":"4"}\n```',
    'A는 틀리고 B도 틀리다. 따라서 정답은 ④번이다.',
    'Option D is correct.',
    '보기 4가 정답이다',
  ],
  E: ['{"정답": 5}', '답: 5', 'Final Answer: **(E)**', '<think>정답은 A</think>정답: E'],
  none: [
    '',
    '<think>정답은 B',
    '정답은 없습니다',
    'I think it could be A or B.',
    'Answer: Cefazolin',
    'Answer: A patient with fever',
    '정답은 B형 간염 예방접종입니다',
    '정답: C형 간염',
    '정답은 비타민 B12 결핍',
    '정답: 2 mg/kg 투여',
    '정답: 10',
    '환자는 3세 남아로 발열이 있었다.',
    '정답: 5%',
  ],
}

describe('the answer in a text', () => {
  it.each(Object.entries(table).flatMap(([letter, texts]) => texts.map((text) => [letter, text] as const)))(
    'is %s in %j',
    (letter, text) => {
      expect(letterOf(text)).toBe(letter)
    },
  )

  it('is marked ambiguous when a text names two', () => {
    expect(extractAnswer('정답: A\n다시 보면 정답: C', 5)).toMatchObject({ label: 'C', ambiguous: true })
    expect(extractAnswer('정답: C\n정답은 ③번', 5)).toMatchObject({ label: 'C', ambiguous: false })
  })

  it('says which rule found it', () => {
    expect(extractAnswer('\\boxed{B}', 5)).toMatchObject({ rule: 'boxed' })
    expect(extractAnswer('담낭염', 5, options)).toMatchObject({ rule: 'optionText' })
  })

  it('is none for a letter that the question does not have', () => {
    expect(extractAnswer('\\boxed{E}', 4)).toEqual({ kind: 'none' })
    expect(extractAnswer('정답: ⑤', 4)).toEqual({ kind: 'none' })
  })

  it('is found among ten options as well', () => {
    expect(extractAnswer('정답: ⑩', 10)).toMatchObject({ label: 'J' })
    expect(extractAnswer('\\boxed{J}', 10)).toMatchObject({ label: 'J' })
  })

  it('is what was boxed last, whatever stands before it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.constantFrom(...optionLabels.slice(0, 5)), (before, label) => {
        fc.pre(!/answer|정답|답|think|\\boxed/i.test(before))
        expect(extractAnswer(`${before}\n\\boxed{${label}}`, 5)).toMatchObject({ kind: 'answer', label })
      }),
    )
  })

  it('is never anything but one of the question’s letters, in any text', () => {
    const piece = fc.constantFrom(
      '정답',
      '답은',
      ': ',
      '**',
      'A',
      'B',
      '③',
      '5',
      '10',
      '번',
      '\\boxed{',
      '}',
      '\n',
      ' mg',
      '<think>',
      '</think>',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ maxLength: 6 }))),
        fc.integer({ min: 2, max: 10 }),
        (pieces, n) => {
          const found = extractAnswer(pieces.join(''), n)
          if (found.kind === 'answer') expect(optionLabels.slice(0, n)).toContain(found.label)
        },
      ),
    )
  })

  it('is looked for in time that grows with the text, also where a model loops', () => {
    for (const loop of [' ', '\n', '*', '정답: ', '\\boxed{A:', '(', '정답 - ', '답 답']) {
      expect(extractAnswer(`정답:${loop.repeat(4000)}`, 5)).toBeDefined()
    }
  })
})

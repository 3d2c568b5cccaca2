import { describe, expect, it } from 'vitest'
import sample from '../../../public/banks/munjin-sample.json' with { type: 'json' }
import { negativeWording } from './negative-wording.ts'

const negative = (text: string, language: 'ko' | 'en') =>
  negativeWording(text, language)
    .filter((piece) => piece.isNegative)
    .map((piece) => piece.text)

describe('negative wording', () => {
  it.each([
    ['ko', '급성 후두덮개염과 가장 맞지 않는 소견은?', ['가장 맞지 않는']],
    ['ko', '급성 후두덮개염의 가능성을 가장 낮추는 소견은?', ['가능성을 가장 낮추는']],
    ['ko', '다음 중 옳지 않은 것은?', ['옳지 않은']],
    ['ko', '원인 질환이 아닌 것은?', ['아닌']],
    ['en', 'Which finding is least consistent with gout?', ['least consistent']],
    ['en', 'Which of the following argues most against gout?', ['argues most against']],
    ['en', 'All of the following are seen EXCEPT', ['EXCEPT']],
  ] as const)('is found: %s %s', (language, text, found) => {
    expect(negative(text, language)).toEqual(found)
  })

  it.each([
    ['ko', '가장 가능성이 높은 진단은?'],
    ['ko', '약물에 호전되지 않는 환자의 치료는?'],
    ['en', 'Which vaccine protects against this infection?'],
    ['en', 'Which of the following is the most likely diagnosis?'],
  ] as const)('is not seen where a question is straight: %s %s', (language, text) => {
    expect(negative(text, language)).toEqual([])
  })

  it('is seen in exactly those questions of the sample bank that are turned round', () => {
    const turned = sample.questions.filter(
      (one) => negative(one.leadIn, one.language === 'ko' ? 'ko' : 'en').length > 0,
    )
    expect(turned.map((one) => one.id)).toEqual(
      sample.questions.filter((one) => one.kind === 'leastConsistent').map((one) => one.id),
    )
  })

  it('loses no word of the question', () => {
    const text = 'Which of the following argues most against gout, and which is NOT seen?'
    expect(
      negativeWording(text, 'en')
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
  })
})

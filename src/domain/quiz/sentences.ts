import type { QuestionLanguage } from '../question-bank/question.ts'
import type { Highlight } from './highlights.ts'

/** A sentence of a text, and where in it it stands. */
export interface Sentence extends Highlight {
  readonly text: string
}

/** The sentences of a text, without the blank space between them. */
export function sentencesOf(text: string, language: QuestionLanguage): readonly Sentence[] {
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)
  return [...segments].flatMap(({ segment, index }) => {
    const sentence = segment.trim()
    const start = index + segment.indexOf(sentence)
    return sentence === '' ? [] : [{ text: sentence, start, end: start + sentence.length }]
  })
}

import type { QuestionLanguage } from './question.ts'

/** A piece of a question's wording; `isNegative` pieces turn the question round and must not be overlooked. */
export interface WordingPiece {
  readonly text: string
  readonly isNegative: boolean
}

/** Cuts a lead-in at the words that turn it round, as exam papers underline them. Joined, the pieces are the text. */
export function negativeWording(leadIn: string, language: QuestionLanguage): readonly WordingPiece[] {
  const pieces: WordingPiece[] = []
  let from = 0
  for (const match of leadIn.matchAll(negatives[language])) {
    if (match.index > from) pieces.push({ text: leadIn.slice(from, match.index), isNegative: false })
    from = match.index + match[0].length
    pieces.push({ text: match[0], isNegative: true })
  }
  if (from < leadIn.length) pieces.push({ text: leadIn.slice(from), isNegative: false })
  return pieces
}

// As exam papers word it. Only verbs of judging are taken: "호전되지 않는 환자" and "vaccine against" turn nothing round.
const negatives: Readonly<Record<QuestionLanguage, RegExp>> = {
  ko: new RegExp(
    [
      '(?:가장\\s+)?(?:맞|옳|알맞|적절하|적합하|타당하|부합하|일치하|해당하|해당되)지\\s*(?:않은|않는|못한|아니한)',
      '가능성[을이]\\s*가장\\s*(?:낮추는|낮은|떨어지는)',
      '(?:가장\\s+)?가능성[을이]\\s*(?:낮추는|낮은|떨어지는)',
      '(?:가장\\s+)?거리가\\s*(?:가장\\s+)?먼',
      '관련(?:성)?이?\\s*(?:가장\\s+)?(?:없는|적은)',
      '아닌(?=\\s*것)|틀린(?=\\s*것)|잘못된(?=\\s*것)',
    ].join('|'),
    'gu',
  ),
  en: new RegExp(
    [
      '\\bleast(?:\\s+(?:likely|consistent|appropriate|typical|suggestive|characteristic))?',
      '\\b(?:argues?|speaks?)\\s+(?:(?:most|the\\s+most)\\s+)?(?:strongly\\s+)?against',
      '\\bmost\\s+(?:strongly\\s+)?against',
      '(?<=\\b(?:is|are)\\s+)not',
      '\\bexcept|\\bincorrect|\\bfalse|\\binconsistent',
    ]
      .map((pattern) => `(?:${pattern})\\b`)
      .join('|'),
    'giu',
  ),
}

import type { Instant } from '#lib/time.ts'
import type { Ending } from '../conversation/ending.ts'
import type { Provenance } from '../conversation/provenance.ts'
import type { ExtractedAnswer } from '../question-bank/extract-answer.ts'
import { extractAnswer } from '../question-bank/extract-answer.ts'
import type { Question } from '../question-bank/question.ts'
import type { Trace, TraceFormat } from '../trace/trace.ts'

/**
 * What a model said about a question whose key the student had seen, and how it ended. `text` is the whole of it, tags
 * included; `readTrace(text, format)` tells reasoning from answer.
 */
export interface Explanation {
  readonly at: Instant
  readonly text: string
  readonly format: TraceFormat
  readonly ending: Ending
  readonly named: ExtractedAnswer
  readonly provenance: Provenance
}

/** The option that a model's trace settles on. Reasoning that was never closed names none, whatever it mentions. */
export function namedAnswer(trace: Trace, question: Question): ExtractedAnswer {
  if (trace.voice === 'reasoning') return { kind: 'none' }
  const texts = question.options.map((option) => option.text)
  return extractAnswer(trace.answer, texts.length, texts)
}

/** How student and model stand to the key. */
export type Comparison = 'bothRight' | 'bothWrong' | 'onlyStudentRight' | 'onlyModelRight' | 'noModelAnswer'

export function compare(question: Question, studentIsRight: boolean, named: ExtractedAnswer): Comparison {
  if (named.kind === 'none') return 'noModelAnswer'
  const modelIsRight = question.answers.includes(named.label)
  if (studentIsRight) return modelIsRight ? 'bothRight' : 'onlyStudentRight'
  return modelIsRight ? 'onlyModelRight' : 'bothWrong'
}

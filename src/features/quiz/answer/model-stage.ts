import type { PlainKey } from '#i18n/translator.ts'
import type { Explaining } from '#stores/quiz-state.ts'

/** What a model is doing right now, in words that change a few times in an answer and not with every token. */
export function stageWords({ wish, stage, trace }: Extract<Explaining, { readonly kind: 'running' }>): PlainKey {
  if (wish === 'stop') return 'quiz.model.stopping'
  if (stage === 'waiting') return 'quiz.model.waiting'
  if (stage === 'reading') return 'quiz.model.reading'
  if (trace.voice === 'answer') return 'quiz.model.answering'
  return wish === 'answerNow' ? 'quiz.model.hurrying' : 'quiz.model.reasoning'
}

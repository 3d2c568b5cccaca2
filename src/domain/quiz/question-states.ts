import type { Question } from '../question-bank/question.ts'
import type { QuestionState } from './quiz-filter.ts'
import type { ReviewEvent } from './review-event.ts'
import type { StatesOf } from './start-session.ts'

/** Names a question across banks. */
export function questionKey(bankId: string, questionId: string): string {
  return `${bankId}/${questionId}`
}

/** What a log says of the questions of a bank, from its events in the order of time. `isDue` knows the schedule. */
export function statesFrom(
  bankId: string,
  events: readonly ReviewEvent[],
  isDue: (question: Question) => boolean = () => false,
): StatesOf {
  const lastRight = new Map<string, boolean>()
  const flagged = new Set<string>()
  for (const event of events) {
    if ((event.kind !== 'attempt' && event.kind !== 'flag') || event.bankId !== bankId) continue
    if (event.kind === 'attempt') lastRight.set(event.questionId, event.correct)
    else if (event.isFlagged) flagged.add(event.questionId)
    else flagged.delete(event.questionId)
  }
  return (question) => {
    const states = new Set<QuestionState>()
    const wasRight = lastRight.get(question.id)
    if (wasRight === undefined) states.add('unused')
    if (wasRight === false) states.add('wrong')
    if (flagged.has(question.id)) states.add('flagged')
    if (isDue(question)) states.add('due')
    return states
  }
}

import { dueQuestions } from '#domain/memory/due-questions.ts'
import type { Zone } from '#lib/local-day.ts'
import { localDay } from '#lib/local-day.ts'
import type { QuestionBank } from '#domain/question-bank/question.ts'
import { questionKey } from '#domain/quiz/question-states.ts'
import type { Clock } from '#platform/clock-port.ts'
import type { LogFold } from './memory-fold.ts'
import type { StudentEvent } from './quiz-state.ts'
import type { SettingsStore } from './settings.ts'

export interface DueFinderNeeds {
  readonly fold: LogFold
  readonly settings: SettingsStore
  readonly clock: Clock
  readonly zone: Zone
}

/** Finds the questions of a bank, by id, that the schedule would ask today: the same as the page of review has of it. */
export function openDueFinder({ fold, settings, clock, zone }: DueFinderNeeds) {
  return ({ id, questions }: QuestionBank, events: readonly StudentEvent[]): ReadonlySet<string> => {
    const { memories } = fold(events, settings.state.getState().settings.desiredRetention)
    const own = new Map(questions.map((question) => [questionKey(id, question.id), question]))
    const due = dueQuestions(memories, localDay(clock.now(), zone), ({ bankId, questionId }) =>
      own.get(questionKey(bankId, questionId)),
    )
    return new Set(due.map(({ question }) => question.id))
  }
}

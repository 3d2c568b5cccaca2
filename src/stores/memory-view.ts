import { dueQuestions, missedQuestions } from '#domain/memory/due-questions.ts'
import { errorDiary } from '#domain/memory/error-diary.ts'
import type { MemoryFold } from '#domain/memory/fold-memories.ts'
import type { LocalDay, Zone } from '#lib/local-day.ts'
import { asLocalDay, localDay } from '#lib/local-day.ts'
import type { Memories, Memory } from '#domain/memory/memory.ts'
import { isLeech, lapsesOf } from '#domain/memory/memory.ts'
import { answersByDay, answersBySubject, sessionTrend, streak } from '#domain/memory/practice.ts'
import { forecast, trueRetention } from '#domain/memory/retention.ts'
import type { Question } from '#domain/question-bank/question.ts'
import { calibration } from '#domain/quiz/confidence-calibration.ts'
import { questionKey } from '#domain/quiz/question-states.ts'
import type { Attempt } from '#domain/quiz/review-event.ts'
import type { QuizSession } from '#domain/quiz/session.ts'
import type { MemoryQuestions } from './memory-questions.ts'
import type { Leech, MemoryView, Practice } from './memory-state.ts'
import type { Past } from './quiz-state.ts'

export interface MemoryViewNeeds {
  readonly past: Past
  readonly fold: MemoryFold
  readonly questions: MemoryQuestions
  readonly today: LocalDay
  readonly desiredRetention: number
}

const forecastDays = 30
const retentionDays = 90
const practiceDays = 28
const trendSessions = 20

/** Everything that the screens of review and progress show, from what is known. */
export function memoryView({ past, fold, questions, today, desiredRetention }: MemoryViewNeeds): MemoryView {
  const { memories, scheduler, zone } = fold
  const find = (memory: Memory) => questions.byKey.get(questionKey(memory.bankId, memory.questionId))
  const findAlsoGone = withQuestionsOf(past.sessions, questions)
  return {
    ...{
      today,
      desiredRetention,
      known: memories.size,
      unread: questions.unread,
      isPastMissing: past.failure !== null,
    },
    due: dueQuestions(memories, today, find).map((due) => ({
      ...due,
      recall: scheduler.recall(due.memory.learnt, today),
    })),
    missed: missedQuestions(memories, find),
    forecast: forecast(memories, today, forecastDays),
    retention: trueRetention(memories, asLocalDay(today - retentionDays)),
    leeches: leechesOf(memories, find),
    diary: errorDiary(past.events).map((line) => ({ ...line, question: findAlsoGone(line.key) ?? null })),
    practice: practiceOf(past, { today, zone, subjectOf: (key) => findAlsoGone(key)?.subject }),
  }
}

function leechesOf(memories: Memories, find: (memory: Memory) => Question | undefined): readonly Leech[] {
  return [...memories]
    .filter(([, memory]) => isLeech(memory))
    .flatMap(([key, memory]) => {
      const question = find(memory)
      return question === undefined ? [] : [{ key, question, lapses: lapsesOf(memory) }]
    })
    .sort((a, b) => b.lapses - a.lapses)
}

function practiceOf(
  { events, sessions }: Past,
  {
    today,
    zone,
    subjectOf,
  }: {
    readonly today: LocalDay
    readonly zone: Zone
    readonly subjectOf: (key: string) => string | undefined
  },
): Practice {
  const attempts = events.filter((event): event is Attempt => event.kind === 'attempt')
  return {
    streak: streak(
      attempts.map(({ at }) => localDay(at, zone)),
      today,
    ),
    days: answersByDay(attempts, zone, today, practiceDays),
    subjects: answersBySubject(attempts, subjectOf),
    sessions: sessionTrend(sessions, trendSessions),
    calibration: calibration(attempts),
  }
}

/** Finds questions also where their bank was removed: a session carries those that it asked. */
function withQuestionsOf(
  sessions: readonly QuizSession[],
  { byKey }: MemoryQuestions,
): (key: string) => Question | undefined {
  const asked = new Map(
    sessions.flatMap(({ items }) =>
      items.map(({ bankId, question }) => [questionKey(bankId, question.id), question] as const),
    ),
  )
  return (key) => byKey.get(key) ?? asked.get(key)
}

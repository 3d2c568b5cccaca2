import { createStore } from 'zustand/vanilla'
import type { Zone } from '#lib/local-day.ts'
import type { ReviewItem } from '#domain/quiz/review-session.ts'
import type { CalendarDay, Question } from '#domain/question-bank/question.ts'
import type { DiaryEntry } from '#domain/quiz/review-event.ts'
import type { QuizSession } from '#domain/quiz/session.ts'
import type { Settings } from '#domain/settings/settings.ts'
import { defaultSettings } from '#domain/settings/settings.ts'
import { succeed } from '#lib/result.ts'
import type { Instant } from '#lib/time.ts'
import { openMemory } from '#stores/memory.ts'
import { openMemoryFold } from '#stores/memory-fold.ts'
import type { Past, QuizState, StudentEvent } from '#stores/quiz-state.ts'
import { openSettings } from '#stores/settings.ts'
import { memoryShelf } from '../fakes/quiz-needs.ts'
import { banksOverFakes } from './banks-over-fakes.ts'
import { manualClock } from './manual-clock.ts'
import { aDiaryEntry, greenwich, noonOf } from './memory.ts'
import { aBank, aBankFile, aQuestion } from './questions.ts'

export interface MemoryKept {
  readonly events?: readonly StudentEvent[]
  readonly sessions?: readonly QuizSession[]
  readonly now?: Instant
  readonly zone?: Zone
  /** Of the bank that comes with the app, whose id is `bank`. */
  readonly questions?: readonly Question[]
  /** Whether earlier work is still on its way. */
  readonly isUnread?: boolean
  readonly loadBank?: () => Promise<unknown>
}

/** Memory over earlier work that a test writes, with every fake in reach. */
export async function memoryOverFakes({ events = [], sessions = [], now = noonOf(10), ...rest }: MemoryKept = {}) {
  const past: Past = { events, sessions, unreadable: 0, failure: null }
  const quiz = createStore<Pick<QuizState, 'past' | 'bank'>>(() => ({
    ...{ past, bank: rest.isUnread === true ? { kind: 'loading' } : { kind: 'ready', bank: aBank() } },
  }))
  const settings = await openSettings(memoryShelf<Settings>(), defaultSettings('en'))
  const clock = manualClock({ now })
  const { library } = banksOverFakes()
  const zone = rest.zone ?? greenwich
  const started: (readonly ReviewItem[])[] = []
  const log = (more: readonly StudentEvent[]): void => {
    quiz.setState((known) => ({ past: { ...known.past, events: [...known.past.events, ...more] } }))
  }
  const memory = openMemory({
    ...{ quiz, settings, clock, library, zone, fold: openMemoryFold(zone) },
    openQuiz: () => Promise.resolve(),
    loadBank: rest.loadBank ?? (() => Promise.resolve(aBankFile(rest.questions ?? [aQuestion()]))),
    startReview: (items) => started.push(items),
    writeDiary: (attemptId: string, cause: DiaryEntry['cause'], lesson: string) => {
      log([aDiaryEntry(attemptId, { cause, lesson })])
    },
  })
  const keepBank = (id: string, questions: readonly Question[]) =>
    library.write(
      {
        ...{ id, title: { en: id, ko: id }, licence: 'CC0-1.0', author: 'Kim', notice: null, fileName: 'a.csv' },
        ...{ createdAt: '2026-11-23' as CalendarDay, count: questions.length },
      },
      (from, count) => Promise.resolve(succeed(questions.slice(from, from + count))),
    )
  return { memory, settings, clock, library, started, log, keepBank }
}

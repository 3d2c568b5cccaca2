import { createStore } from 'zustand/vanilla'
import type { Zone } from '#lib/local-day.ts'
import { localDay } from '#lib/local-day.ts'
import type { Due } from '#domain/memory/due-questions.ts'
import type { ReviewItem } from '#domain/quiz/review-session.ts'
import type { ErrorCause } from '#domain/quiz/review-event.ts'
import type { Clock } from '#platform/clock-port.ts'
import type { LogFold } from './memory-fold.ts'
import type { MemoryQuestions, MemoryQuestionsNeeds } from './memory-questions.ts'
import { openMemoryQuestions } from './memory-questions.ts'
import type { MemoryState } from './memory-state.ts'
import { memoryView } from './memory-view.ts'
import type { QuizState } from './quiz-state.ts'
import type { ReadonlyStore } from './readonly-store.ts'
import type { SettingsStore } from './settings.ts'

/** The bank is read along with earlier work: while it is on its way, that may be too. */
type QuizWork = Pick<QuizState, 'past' | 'bank'>

export interface MemoryNeeds extends MemoryQuestionsNeeds {
  /** Earlier work, and whatever is added to it. */
  readonly quiz: ReadonlyStore<QuizWork>
  /** Reads earlier work, if that was not done yet. */
  readonly openQuiz: () => Promise<void>
  readonly settings: SettingsStore
  readonly clock: Clock
  readonly zone: Zone
  readonly fold: LogFold
  /** Begins a session of questions, maybe of several banks, in this order. There is at least one. */
  readonly startReview: (items: readonly ReviewItem[]) => void
  readonly writeDiary: (attemptId: string, cause: ErrorCause | null, lesson: string) => void
}

/** What a student remembers, by the schedule, and what is to be done about it. */
export interface MemoryStore {
  readonly state: ReadonlyStore<MemoryState>
  /** Reads what is needed and keeps the state up to date until the returned function is called. */
  follow(): () => void
  /** Begins a session of what is due, or of what was last answered wrong; `most` questions of it. */
  reviewDue(most: number): void
  redoMissed(most: number): void
  /** Wishes for another share of due questions that should still be known. */
  wishRetention(share: number): void
  /** Writes the line of the error diary about an answer anew. */
  writeDiary(attemptId: string, cause: ErrorCause | null, lesson: string): void
}

/** How often it is looked whether a new day has begun, in milliseconds. */
const lookEvery = 60_000

export function openMemory(needs: MemoryNeeds): MemoryStore {
  const { quiz, settings, clock, zone, fold } = needs
  const state = createStore<MemoryState>(() => ({ kind: 'reading' }))
  const readQuestions = openMemoryQuestions(needs)
  let questions: MemoryQuestions | null = null
  /** The banks whose questions were asked for. */
  let sought: ReadonlySet<string> = new Set()

  function show(): void {
    const work = quiz.getState()
    if (questions === null || isUnread(work)) return
    const { past } = work
    const { desiredRetention } = settings.state.getState().settings
    const today = localDay(clock.now(), zone)
    const view = memoryView({ past, fold: fold(past.events, desiredRetention), questions, today, desiredRetention })
    state.setState({ kind: 'ready', view })
  }

  async function read(): Promise<void> {
    do {
      sought = banksIn(quiz.getState())
      questions = await readQuestions(sought)
    } while (lacksBanks())
    show()
  }

  function catchUp(): void {
    show()
    if (questions !== null && lacksBanks()) void read()
  }

  /** Answers may have come that are about banks which nobody asked for yet. */
  function lacksBanks(): boolean {
    return [...banksIn(quiz.getState())].some((bankId) => !sought.has(bankId))
  }

  function showNewDay(): void {
    const known = state.getState()
    if (known.kind === 'ready' && known.view.today !== localDay(clock.now(), zone)) show()
  }

  function begin(chosen: readonly Due[]): void {
    if (chosen.length === 0) return
    needs.startReview(chosen.map(({ question, memory }) => ({ question, bankId: memory.bankId })))
  }

  return {
    state,
    follow() {
      void needs.openQuiz().then(read)
      const stops = [
        quiz.subscribe((now, before) => {
          if (now.past !== before.past || now.bank !== before.bank) catchUp()
        }),
        settings.state.subscribe((now, before) => {
          if (now.settings.desiredRetention !== before.settings.desiredRetention) show()
        }),
        clock.every(lookEvery, showNewDay),
      ]
      return () => {
        for (const stop of stops) stop()
      }
    },
    reviewDue(most) {
      const known = state.getState()
      if (known.kind === 'ready') begin(known.view.due.slice(0, most))
    },
    redoMissed(most) {
      const known = state.getState()
      if (known.kind === 'ready') begin(known.view.missed.slice(0, most))
    },
    wishRetention: (desiredRetention) => void settings.change({ desiredRetention }),
    writeDiary: needs.writeDiary,
  }
}

function isUnread({ past, bank }: QuizWork): boolean {
  return past.events.length === 0 && (bank.kind === 'absent' || bank.kind === 'loading')
}

function banksIn({ past }: QuizWork): ReadonlySet<string> {
  return new Set(past.events.flatMap((event) => (event.kind === 'attempt' ? [event.bankId] : [])))
}

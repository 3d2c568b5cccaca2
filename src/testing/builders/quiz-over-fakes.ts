import type { ReviewEvent } from '#domain/quiz/review-event.ts'
import type { GradedItem, QuizSession } from '#domain/quiz/session.ts'
import { currentItem } from '#domain/quiz/session.ts'
import { fail } from '#lib/result.ts'
import { instant } from '#lib/time.ts'
import type { Leftover, Leftovers } from '#storage/leftovers-port.ts'
import type { Quiz, QuizNeeds, SessionWish } from '#stores/quiz.ts'
import { openQuiz } from '#stores/quiz.ts'
import { handFedAnswering } from '../fakes/hand-fed-answering.ts'
import { memoryLog, memoryShelf, settled } from '../fakes/quiz-needs.ts'
import { aLayoutsFile, aSmallExam } from './exams.ts'
import { manualClock } from './manual-clock.ts'
import { aBankFile } from './questions.ts'
import { aFilter, noChance, questions } from './quiz.ts'

export interface QuizKept {
  readonly sessions?: readonly QuizSession[]
  readonly events?: readonly ReviewEvent[]
  /** What a page that went before put down. */
  readonly left?: { readonly sessions?: readonly QuizSession[]; readonly events?: readonly ReviewEvent[] }
  readonly loadBank?: () => Promise<unknown>
  readonly readBank?: QuizNeeds['readBank']
  readonly findDue?: QuizNeeds['findDue']
  readonly loadLayouts?: () => Promise<unknown>
}

/** A quiz over fakes, with every fake in reach: a model fed by hand, a clock that stands still, forgetful disks. */
export function quizOverFakes(kept: QuizKept = {}) {
  const answering = handFedAnswering()
  const sessions = memoryShelf<QuizSession>((kept.sessions ?? []).map((session) => [session.id, session]))
  const reviews = memoryLog<ReviewEvent>(kept.events)
  const clock = manualClock({ now: instant(1_000) })
  const leftovers = { sessions: memoryLeftovers(kept.left?.sessions), events: memoryLeftovers(kept.left?.events) }
  const hidden: (() => void)[] = []
  let count = 0
  const quiz = openQuiz({
    ...{ answering, sessions, reviews, clock, leftovers, chance: noChance },
    ids: () => `id${(count += 1)}`,
    loadBank: kept.loadBank ?? (() => Promise.resolve(aBankFile(questions(3)))),
    readBank: kept.readBank ?? (() => Promise.resolve(fail({ kind: 'damaged', detail: 'no such bank' }))),
    findDue: kept.findDue ?? (() => Promise.resolve(new Set())),
    loadLayouts: kept.loadLayouts ?? (() => Promise.resolve(aLayoutsFile([aSmallExam()]))),
    onPageHide: (action) => hidden.push(action),
  })
  const hidePage = (): void => {
    for (const action of hidden) action()
  }
  return { quiz, answering, sessions, reviews, clock, leftovers, hidePage }
}

/** The same, with a session begun: with the key after each question, unless something else is wished. */
export async function startedQuiz(kept: QuizKept = {}, wish: SessionWish = { mode: 'tutor', allowed: null }) {
  const all = quizOverFakes(kept)
  await all.quiz.open()
  all.quiz.start(aFilter(), wish)
  await settled()
  return all
}

export function sessionOf(quiz: Quiz): QuizSession {
  const { place } = quiz.state.getState()
  if (place.kind === 'start') throw new Error('There is no session')
  return place.session
}

export function gradedItem(quiz: Quiz): GradedItem {
  const item = currentItem(sessionOf(quiz))
  if (item.kind !== 'graded') throw new Error('Not graded')
  return item
}

/** Lets a quiz see time pass as a page that is open does: with a tick every second. */
export function passSeconds({ quiz, clock }: { quiz: Quiz; clock: { pass(ms: number): void } }, seconds: number): void {
  for (let second = 0; second < seconds; second += 1) {
    clock.pass(1_000)
    quiz.tick()
  }
}

function memoryLeftovers<T>(before: readonly T[] = []): Leftovers<T> & { readonly lying: () => readonly T[] } {
  let lying: readonly Leftover<T>[] = before.map((value) => ({ value, savedAt: instant(2_000) }))
  return {
    putDown: (values) => {
      lying = values.map((value) => ({ value, savedAt: instant(2_000) }))
    },
    takeUp: () => lying,
    clear: () => {
      lying = []
    },
    lying: () => lying.map(({ value }) => value),
  }
}

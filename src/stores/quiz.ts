import type { ExamLayout } from '#domain/exam/exam-layout.ts'
import { parseExamLayouts } from '#domain/exam/exam-layout.ts'
import type { ShortSection } from '#domain/exam/mock-session.ts'
import { startMock } from '#domain/exam/mock-session.ts'
import type { QuestionBank } from '#domain/question-bank/question.ts'
import { explainItem, giveUp, hasAttempt } from '#domain/quiz/grading.ts'
import { statesFrom } from '#domain/quiz/question-states.ts'
import type { QuizFilter } from '#domain/quiz/quiz-filter.ts'
import type { ErrorCause, ReviewEvent } from '#domain/quiz/review-event.ts'
import type { ReviewItem } from '#domain/quiz/review-session.ts'
import { reviewSession } from '#domain/quiz/review-session.ts'
import type { RecallGrade } from '#domain/quiz/recall-grade.ts'
import type { GradedItem, QuizSession, SessionMode } from '#domain/quiz/session.ts'
import { allowsModel } from '#domain/quiz/session.ts'
import { lookBack, pauseSession } from '#domain/quiz/session-time.ts'
import { startSession } from '#domain/quiz/start-session.ts'
import type { Result } from '#lib/result.ts'
import { succeed } from '#lib/result.ts'
import type { Milliseconds } from '#lib/time.ts'
import type { Clock } from '#platform/clock-port.ts'
import type { IdSource } from '#platform/ids-port.ts'
import type { Log, Shelf } from '#storage/archive-port.ts'
import { createStore } from 'zustand/vanilla'
import type { Answering } from './answering-port.ts'
import { openQuizBank } from './quiz-bank.ts'
import { openQuizExplainer } from './quiz-explainer.ts'
import type { QuizLeftovers } from './quiz-keeper.ts'
import { openQuizKeeper } from './quiz-keeper.ts'
import { readPast } from './quiz-past.ts'
import type { QuizSources } from './quiz-sources.ts'
import type { QuizPlace, QuizState, StudentEvent } from './quiz-state.ts'
import { emptyQuiz, sessionIn, withSession } from './quiz-state.ts'
import { isToBeRead, readParsed } from './reading.ts'
import type { ReadonlyStore } from './readonly-store.ts'
import type { SessionActs } from './session-acts.ts'
import { ended, openSessionActs } from './session-acts.ts'

export interface QuizNeeds extends QuizSources {
  readonly answering: Answering
  readonly sessions: Shelf<QuizSession>
  readonly reviews: Log<ReviewEvent>
  readonly leftovers: QuizLeftovers
  /** Calls back when the page may be about to go. */
  readonly onPageHide: (action: () => void) => void
  /** The questions of a bank, by id, that the schedule would ask today. */
  readonly findDue: (bank: QuestionBank, events: readonly StudentEvent[]) => Promise<ReadonlySet<string>>
  readonly clock: Clock
  readonly ids: IdSource
  /** Numbers in [0, 1). */
  readonly chance: () => number
}

const nothingDue: ReadonlySet<string> = new Set()

/** How a session over a bank is to be worked through. */
export interface SessionWish {
  readonly mode: Exclude<SessionMode, 'mock'>
  /** For the whole of it; null without limit. */
  readonly allowed: Milliseconds | null
}

/** Practising questions: commit first, then the key, then, if wished, what the model makes of it. */
export interface Quiz extends SessionActs {
  readonly state: ReadonlyStore<QuizState>
  /** Reads the bank and earlier work. Does nothing while that is under way or done; tries again what failed. */
  open(): Promise<void>
  /** Practises with a kept bank from now on, or with the one that comes with the app. A session under way can be resumed. */
  useBank(id: string | null): Promise<void>
  /** A bank was kept anew: if it is the one that is practised with, it is read again. */
  followBank(id: string): Promise<void>
  /** Looks up which questions of the bank are due. */
  lookForDue(): Promise<void>
  /** Reads how examinations are put together. Does nothing while that is under way or done; tries again what failed. */
  openLayouts(): Promise<void>
  start(filter: QuizFilter, wish: SessionWish): void
  /** Puts a mock together from the bank. It waits for its first block to be begun. `timeFactor` null lifts the limits. */
  startMock(layout: ExamLayout, timeFactor: number | null): Result<void, readonly ShortSection[]>
  /** Reviews questions in this order, with the key after each. A session under way is put aside for that. */
  startReview(items: readonly ReviewItem[]): void
  resume(): void
  /** Gives the session up that could be resumed. What was graded of it stays in the log. */
  discard(): void
  /** Ends the session and shows its result. */
  finish(): void
  /** Shows the result of a session that ended before. */
  showResult(sessionId: string): void
  /** Back to the start; a session that has not ended can be resumed. */
  leave(): void
  /** The screen is not shown any more, or again: the time of an item runs only while it is looked at. */
  lookAway(): void
  lookBack(): void
  /** Asks the model about an item whose key is known. There is no way to ask about another, nor within a mock. */
  explain(item: GradedItem): Promise<void>
  stopExplaining(): void
  answerNow(): void
  /** Sets by hand how well an answer was recalled. */
  regrade(attemptId: string, grade: RecallGrade): void
  /** Writes the line of the error diary about an answer anew. */
  writeDiary(attemptId: string, cause: ErrorCause | null, lesson: string): void
  /** Tries again to keep what could not be kept. */
  keepAgain(): void
}

export function openQuiz(needs: QuizNeeds): Quiz {
  const { clock, ids, chance } = needs
  const store = createStore<QuizState>(() => emptyQuiz)
  /** The session that was last turned away from: a model may still be writing about an item of it. */
  let left: QuizSession | null = null
  const bankAtHand = openQuizBank(needs, (bank) => store.setState({ bank, due: nothingDue }))
  const keeper = openQuizKeeper({
    sessions: needs.sessions,
    reviews: needs.reviews,
    leftovers: needs.leftovers,
    onChange: (keeping) => store.setState({ keeping }),
  })
  const explainer = openQuizExplainer({
    answering: needs.answering,
    clock,
    onChange: (explaining) => store.setState({ explaining }),
    onEnded: ({ attemptId, question, bankId }, explanation) => {
      const { named, ending, text, provenance, at } = explanation
      const label = named.kind === 'answer' ? named.label : null
      const present = sessionIn(store.getState().place)
      const owner = present !== null && hasAttempt(present, attemptId) ? present : left
      if (owner === null) return
      keeper.keepEvent({
        ...{ kind: 'modelAnswer', id: ids(), at, attemptId, questionId: question.id, bankId },
        ...{ label, ending: ending.kind, text, provenance },
      })
      if (owner === present) change((known) => explainItem(known, attemptId, explanation))
      else keeper.keepSession(explainItem(owner, attemptId, explanation))
    },
    onKeep: () => {
      const known = sessionIn(store.getState().place)
      if (known !== null) keep(known)
    },
  })
  const acts = openSessionActs({ clock, ids, act, pass, log })

  /** On disk no time runs, and a model that is still writing was interrupted. */
  function keep(known: QuizSession): void {
    const unfinished = explainer.unfinished()
    const still = pauseSession(known, clock.now())
    keeper.keepSession(unfinished === null ? still : explainItem(still, unfinished.attemptId, unfinished.explanation))
  }

  function log(events: readonly StudentEvent[]): void {
    if (events.length === 0) return
    for (const event of events) keeper.keepEvent(event)
    store.setState(({ past }) => ({ past: { ...past, events: [...past.events, ...events] } }))
  }

  function turnTo(place: QuizPlace): void {
    const before = sessionIn(store.getState().place)
    if (before !== null && before.id !== sessionIn(place)?.id) left = before
    store.setState({ place })
  }

  /** Changes the session at hand. What it changes into is shown at once; the caller decides whether it is kept. */
  function show(step: (known: QuizSession) => QuizSession): QuizSession | null {
    const known = sessionIn(store.getState().place)
    if (known === null) return null
    const changed = step(known)
    if (changed === known) return null
    store.setState(({ place }) => ({ place: withSession(place, changed) }))
    if (known.endedAt === null && changed.endedAt !== null) {
      store.setState(({ past }) => ({ past: { ...past, sessions: [changed, ...past.sessions] } }))
    }
    return changed
  }

  function change(step: (known: QuizSession) => QuizSession): void {
    const changed = show(step)
    if (changed !== null) keep(changed)
  }

  function pass(step: (known: QuizSession) => QuizSession): void {
    const { place } = store.getState()
    if (place.kind !== 'session') return
    const shown = show(step)
    // A block that was handed in because its time is up is no mere passing of time.
    if (shown !== null && (shown.block !== place.session.block || shown.endedAt !== null)) keep(shown)
  }

  /** A change that only the student makes, and only inside a session. */
  function act(step: (known: QuizSession) => QuizSession): void {
    if (store.getState().place.kind === 'session') change(step)
  }

  async function takeUpPast(): Promise<void> {
    const { past, resumable, unkeptEvents, unkeptSessions } = await readPast(needs)
    for (const event of unkeptEvents) keeper.keepEvent(event)
    for (const one of unkeptSessions) keeper.keepSession(one)
    store.setState(({ place }) => ({
      past,
      ...(place.kind === 'start' && resumable !== null ? { place: { kind: 'start', resumable } } : {}),
    }))
  }

  function leave(): void {
    explainer.stop()
    acts.pause()
    const { place } = store.getState()
    const resumable = place.kind === 'session' && place.session.endedAt === null ? place.session : null
    if (place.kind !== 'start') turnTo({ kind: 'start', resumable })
  }

  function begin(started: QuizSession): void {
    turnTo({ kind: 'session', session: started })
    keep(started)
  }

  needs.onPageHide(() => {
    const { place } = store.getState()
    if (place.kind === 'session') keep(place.session)
    keeper.putDown()
  })

  return {
    ...acts,
    state: store,
    async open() {
      const { bank, past } = store.getState()
      if (bank.kind === 'loading' || bank.kind === 'ready') return
      const isUnread = bank.kind === 'absent' || past.failure !== null
      await bankAtHand.read(isUnread ? takeUpPast() : undefined)
    },
    async useBank(id) {
      leave()
      await bankAtHand.use(id)
    },
    followBank: (id) => bankAtHand.follow(id),
    async lookForDue() {
      const { bank, past } = store.getState()
      if (bank.kind !== 'ready') return
      const due = await needs.findDue(bank.bank, past.events).catch(() => nothingDue)
      if (store.getState().bank === bank) store.setState({ due })
    },
    async openLayouts() {
      if (!isToBeRead(store.getState().layouts)) return
      store.setState({ layouts: { kind: 'loading' } })
      store.setState({ layouts: await readParsed(needs.loadLayouts, parseExamLayouts) })
    },
    start(filter, { mode, allowed }) {
      const { bank, place, past, due } = store.getState()
      if (bank.kind !== 'ready' || place.kind === 'session') return
      const statesOf = statesFrom(bank.bank.id, past.events, ({ id }) => due.has(id))
      const started = startSession(bank.bank, filter, { id: ids(), mode, allowed, now: clock.now(), chance, statesOf })
      if (started.ok) begin(started.value)
    },
    startMock(layout, timeFactor) {
      const { bank, place } = store.getState()
      if (bank.kind !== 'ready' || place.kind === 'session') return succeed(undefined)
      const started = startMock(layout, bank.bank, { id: ids(), now: clock.now(), chance, timeFactor })
      if (!started.ok) return started
      begin(started.value)
      return succeed(undefined)
    },
    startReview(items) {
      if (items.length === 0) return
      leave()
      begin(reviewSession(items, { id: ids(), now: clock.now() }))
    },
    resume() {
      const { place } = store.getState()
      if (place.kind !== 'start' || place.resumable === null) return
      store.setState({ place: { kind: 'session', session: lookBack(place.resumable, clock.now()) } })
    },
    discard() {
      const { place } = store.getState()
      if (place.kind !== 'start' || place.resumable === null) return
      change((known) => giveUp(known, clock.now()))
      turnTo({ kind: 'start', resumable: null })
    },
    finish: () => act((known) => ended(known, { clock, ids, log })),
    showResult(sessionId) {
      const found = store.getState().past.sessions.find(({ id }) => id === sessionId)
      if (found === undefined) return
      leave()
      turnTo({ kind: 'result', session: found })
    },
    leave,
    lookAway: () => acts.pause(),
    lookBack() {
      const { place } = store.getState()
      if (place.kind === 'session') show((known) => lookBack(known, clock.now()))
    },
    explain: async (item) => {
      const known = sessionIn(store.getState().place)
      if (known !== null && allowsModel(known)) await explainer.explain(item)
    },
    stopExplaining: () => explainer.stop(),
    answerNow: () => explainer.answerNow(),
    regrade: (attemptId, grade) => log([{ kind: 'regrade', id: ids(), at: clock.now(), attemptId, grade }]),
    writeDiary: (attemptId, cause, lesson) =>
      log([{ kind: 'diary', id: ids(), at: clock.now(), attemptId, cause, lesson: lesson.trim() }]),
    keepAgain: () => keeper.again(),
  }
}

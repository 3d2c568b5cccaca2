import { createStore } from 'zustand/vanilla'
import { parseBank } from '#domain/question-bank/parse-bank.ts'
import type { OptionLabel, QuestionBank } from '#domain/question-bank/question.ts'
import type { ReviewEvent } from '#domain/quiz/review-event.ts'
import type { Confidence, GradedItem, QuizFilter, QuizSession } from '#domain/quiz/session.ts'
import * as session from '#domain/quiz/session.ts'
import { startSession } from '#domain/quiz/start-session.ts'
import type { Result } from '#lib/result.ts'
import type { Clock } from '#platform/clock-port.ts'
import type { IdSource } from '#platform/ids-port.ts'
import type { Log, Shelf, StorageFailure } from '#storage/archive-port.ts'
import type { Answering } from './answering-port.ts'
import { openQuizExplainer } from './quiz-explainer.ts'
import type { QuizLeftovers } from './quiz-keeper.ts'
import { openQuizKeeper } from './quiz-keeper.ts'
import { readPast } from './quiz-past.ts'
import type { BankState, QuizPlace, QuizState } from './quiz-state.ts'
import { emptyQuiz } from './quiz-state.ts'
import type { ReadonlyStore } from './readonly-store.ts'

export interface QuizNeeds {
  readonly answering: Answering
  readonly sessions: Shelf<QuizSession>
  readonly reviews: Log<ReviewEvent>
  readonly leftovers: QuizLeftovers
  /** Calls back when the page may be about to go. */
  readonly onPageHide: (action: () => void) => void
  /** The file of the bank that comes with the app, parsed as JSON. */
  readonly loadBank: () => Promise<unknown>
  /** A bank that a student brought. */
  readonly readBank: (key: string) => Promise<Result<QuestionBank, StorageFailure>>
  readonly clock: Clock
  readonly ids: IdSource
  /** Numbers in [0, 1). */
  readonly chance: () => number
}

/** Practising questions: commit first, then the key, then, if wished, what the model makes of it. */
export interface Quiz {
  readonly state: ReadonlyStore<QuizState>
  /** Reads the bank and earlier work. Does nothing while that is under way or done; tries again what failed. */
  open(): Promise<void>
  /** Practises with a kept bank from now on, or with the one that comes with the app. A session under way can be resumed. */
  useBank(key: string | null): Promise<void>
  start(filter: QuizFilter): void
  resume(): void
  /** Gives the session up that could be resumed. What was graded of it stays in the log. */
  discard(): void
  choose(label: OptionLabel): void
  strike(label: OptionLabel): void
  rate(confidence: Confidence): void
  /** Grades the current item, once an option and a confidence are chosen. */
  grade(): void
  next(): void
  previous(): void
  goTo(index: number): void
  /** Ends the session and shows its result. */
  finish(): void
  /** Back to the start; a session that has not ended can be resumed. */
  leave(): void
  /** The screen is not shown any more, or again: the time of an item runs only while it is looked at. */
  lookAway(): void
  lookBack(): void
  /** Asks the model about an item whose key is known. There is no way to ask about another. */
  explain(item: GradedItem): Promise<void>
  stopExplaining(): void
  answerNow(): void
  /** Tries again to keep what could not be kept. */
  keepAgain(): void
}

export function openQuiz(needs: QuizNeeds): Quiz {
  const { clock, ids, chance } = needs
  const store = createStore<QuizState>(() => emptyQuiz)
  /** The session that was last turned away from: a model may still be writing about an item of it. */
  let left: QuizSession | null = null
  let bankKey: string | null = null
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
    onEnded: ({ attemptId, question }, explanation) => {
      const { named, ending, text, provenance, at } = explanation
      const label = named.kind === 'answer' ? named.label : null
      const present = sessionIn(store.getState().place)
      const owner = present !== null && session.hasAttempt(present, attemptId) ? present : left
      if (owner === null) return
      keeper.keepEvent({
        ...{ kind: 'modelAnswer', id: ids(), at, attemptId, questionId: question.id, bankId: owner.bankId },
        ...{ label, ending: ending.kind, text, provenance },
      })
      if (owner === present) change((known) => session.explainItem(known, attemptId, explanation))
      else keeper.keepSession(session.explainItem(owner, attemptId, explanation))
    },
    onKeep: () => {
      const known = sessionIn(store.getState().place)
      if (known !== null) keep(known)
    },
  })

  /** On disk no time runs, and a model that is still writing was interrupted. */
  function keep(known: QuizSession): void {
    const unfinished = explainer.unfinished()
    const still = session.pauseSession(known, clock.now())
    keeper.keepSession(
      unfinished === null ? still : session.explainItem(still, unfinished.attemptId, unfinished.explanation),
    )
  }

  function turnTo(place: QuizPlace): void {
    const before = sessionIn(store.getState().place)
    if (before !== null && before.id !== sessionIn(place)?.id) left = before
    store.setState({ place })
  }

  function change(step: (known: QuizSession) => QuizSession): void {
    const { place } = store.getState()
    const known = sessionIn(place)
    if (known === null) return
    const changed = step(known)
    if (changed === known) return
    store.setState({ place: withSession(place, changed) })
    keep(changed)
  }

  /** A change that only the student makes, and only inside a session. */
  function act(step: (known: QuizSession) => QuizSession): void {
    if (store.getState().place.kind === 'session') change(step)
  }

  async function readBank(): Promise<BankState> {
    try {
      if (bankKey !== null) {
        const kept = await needs.readBank(bankKey)
        return kept.ok ? { kind: 'ready', bank: kept.value } : { kind: 'failed', detail: kept.failure.kind }
      }
      const parsed = parseBank(await needs.loadBank())
      return parsed.ok ? { kind: 'ready', bank: parsed.value } : { kind: 'faulty', faults: parsed.failure }
    } catch (error) {
      return { kind: 'failed', detail: error instanceof Error ? error.message : String(error) }
    }
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
    act((known) => session.pauseSession(known, clock.now()))
    const { place } = store.getState()
    const resumable = place.kind === 'session' && place.session.endedAt === null ? place.session : null
    if (place.kind !== 'start') turnTo({ kind: 'start', resumable })
  }

  needs.onPageHide(() => {
    const { place } = store.getState()
    if (place.kind === 'session') keep(place.session)
    keeper.putDown()
  })

  return {
    state: store,
    async open() {
      const { bank, past } = store.getState()
      if (bank.kind === 'loading' || bank.kind === 'ready') return
      store.setState({ bank: { kind: 'loading' } })
      const isUnread = bank.kind === 'absent' || past.failure !== null
      const key = bankKey
      const [read] = await Promise.all([readBank(), isUnread ? takeUpPast() : undefined])
      if (bankKey === key) store.setState({ bank: read })
    },
    async useBank(key) {
      leave()
      if (key === bankKey) return
      bankKey = key
      // Where nothing was read yet, `open` reads this bank along with earlier work.
      if (store.getState().bank.kind === 'absent') return
      store.setState({ bank: { kind: 'loading' } })
      const read = await readBank()
      if (bankKey === key) store.setState({ bank: read })
    },
    start(filter) {
      const { bank, place, past } = store.getState()
      if (bank.kind !== 'ready' || place.kind === 'session') return
      const beginnings = { id: ids(), now: clock.now(), chance, history: past.attempts }
      const started = startSession(bank.bank, filter, beginnings)
      if (!started.ok) return
      turnTo({ kind: 'session', session: started.value })
      keep(started.value)
    },
    resume() {
      const { place } = store.getState()
      if (place.kind !== 'start' || place.resumable === null) return
      store.setState({ place: { kind: 'session', session: session.resumeSession(place.resumable, clock.now()) } })
    },
    discard() {
      const { place } = store.getState()
      if (place.kind !== 'start' || place.resumable === null) return
      change((known) => session.endSession(known, clock.now()))
      turnTo({ kind: 'start', resumable: null })
    },
    choose: (label) => act((known) => session.chooseOption(known, label)),
    strike: (label) => act((known) => session.strikeOption(known, label)),
    rate: (confidence) => act((known) => session.setConfidence(known, confidence)),
    grade: () =>
      act((known) => {
        const graded = session.gradeItem(known, { now: clock.now(), attemptId: ids() })
        if (!graded.ok) return known
        const { attempt } = graded.value
        keeper.keepEvent(attempt)
        store.setState(({ past }) => ({ past: { ...past, attempts: [...past.attempts, attempt] } }))
        return graded.value.session
      }),
    next: () => act((known) => session.nextItem(known, clock.now())),
    previous: () => act((known) => session.previousItem(known, clock.now())),
    goTo: (index) => act((known) => session.goTo(known, index, clock.now())),
    finish() {
      act((known) => session.endSession(known, clock.now()))
      const { place } = store.getState()
      if (place.kind === 'session') store.setState({ place: { kind: 'result', session: place.session } })
    },
    leave,
    lookAway: () => act((known) => session.pauseSession(known, clock.now())),
    lookBack: () => act((known) => (known.endedAt === null ? session.resumeSession(known, clock.now()) : known)),
    explain: (item) => explainer.explain(item),
    stopExplaining: () => explainer.stop(),
    answerNow: () => explainer.answerNow(),
    keepAgain: () => keeper.again(),
  }
}

function sessionIn(place: QuizPlace): QuizSession | null {
  return place.kind === 'start' ? place.resumable : place.session
}

function withSession(place: QuizPlace, changed: QuizSession): QuizPlace {
  return place.kind === 'start' ? { ...place, resumable: changed } : { ...place, session: changed }
}

import type { OptionLabel } from '#domain/question-bank/question.ts'
import type { Graded } from '#domain/quiz/grading.ts'
import { endSession, gradeItem, handIn, isHalfHandedIn } from '#domain/quiz/grading.ts'
import type { Highlight } from '#domain/quiz/highlights.ts'
import * as work from '#domain/quiz/item-work.ts'
import type { FlagChange } from '#domain/quiz/review-event.ts'
import type { Confidence, QuizSession } from '#domain/quiz/session.ts'
import { currentBlock, currentItem } from '#domain/quiz/session.ts'
import * as time from '#domain/quiz/session-time.ts'
import type { Milliseconds } from '#lib/time.ts'
import type { Clock } from '#platform/clock-port.ts'
import type { IdSource } from '#platform/ids-port.ts'
import type { StudentEvent } from './quiz-state.ts'

/** What a student does inside a session. Each does nothing where it does not apply. */
export interface SessionActs {
  choose(label: OptionLabel): void
  strike(label: OptionLabel): void
  rate(confidence: Confidence): void
  flag(): void
  highlight(stretch: Highlight): void
  note(text: string): void
  /** Takes the last change to an open item back. */
  undo(): void
  /** Grades the current item, once an option and a confidence are chosen; only where the key is shown after each. */
  grade(): void
  next(): void
  previous(): void
  goTo(index: number): void
  /** Begins the block that waits, or goes on after a pause. */
  proceed(): void
  pause(): void
  /** Hands the current block in. After the last one the session has ended. */
  handIn(): void
  /** Gives the current block more time; null lifts its limit. */
  lengthen(by: Milliseconds | null): void
  /** Counts the time. To be called every second while a session is shown. */
  tick(): void
}

export interface SessionActsNeeds {
  readonly clock: Clock
  readonly ids: IdSource
  /** Changes the session that is worked on, if there is one; what does not change anything is not kept. */
  readonly act: (step: (known: QuizSession) => QuizSession) => void
  /** The same without keeping it: the next change, or a few seconds, will. */
  readonly pass: (step: (known: QuizSession) => QuizSession) => void
  readonly log: (events: readonly StudentEvent[]) => void
}

/** How often the time that was counted is kept, in milliseconds: as much is lost at most when a page dies. */
const keepTimeEvery = 5000

export function openSessionActs({ clock, ids, act, pass, log }: SessionActsNeeds): SessionActs {
  const grading = () => ({ now: clock.now(), newId: ids })
  let keptAt = clock.now()

  function logged({ session, attempts }: Graded): QuizSession {
    log(attempts)
    return session
  }

  /** The log finds flagged questions again: it hears of every flag that was set or taken back, by whatever deed. */
  function flagHeard(before: QuizSession, after: QuizSession): QuizSession {
    const { bankId, question, work: now } = currentItem(after)
    if (before.items[after.current]?.work.isFlagged === now.isFlagged) return after
    const event: FlagChange = {
      ...{ kind: 'flag', id: ids(), at: clock.now() },
      ...{ bankId, questionId: question.id, isFlagged: now.isFlagged },
    }
    log([event])
    return after
  }

  function undone(known: QuizSession): QuizSession {
    return known.undo.length === 0 ? known : flagHeard(known, work.undoLast(time.tick(known, clock.now())))
  }

  function proceeded(known: QuizSession): QuizSession {
    return isHalfHandedIn(known) ? logged(handIn(known, grading())) : time.resumeSession(known, clock.now())
  }

  return {
    choose: (label) => act((known) => work.chooseOption(known, label)),
    strike: (label) => act((known) => work.strikeOption(known, label)),
    rate: (confidence) => act((known) => work.setConfidence(known, confidence)),
    flag: () => act((known) => flagHeard(known, work.toggleFlag(known))),
    highlight: (stretch) => act((known) => work.highlight(known, stretch)),
    note: (text) => act((known) => work.writeNote(known, text)),
    undo: () => act(undone),
    grade: () =>
      act((known) => {
        const graded = gradeItem(known, grading())
        return graded.ok ? logged(graded.value) : known
      }),
    next: () => act((known) => time.nextItem(known, clock.now())),
    previous: () => act((known) => time.previousItem(known, clock.now())),
    goTo: (index) => act((known) => time.goTo(known, index, clock.now())),
    proceed: () => act(proceeded),
    pause: () => act((known) => time.pauseSession(known, clock.now())),
    handIn: () => act((known) => logged(handIn(known, grading()))),
    lengthen: (by) => act((known) => time.lengthen(known, by)),
    tick() {
      const now = clock.now()
      const isToBeKept = Math.abs(now - keptAt) >= keepTimeEvery
      if (isToBeKept) keptAt = now
      const step = isToBeKept ? act : pass
      step((known) => {
        const counted = time.tick(known, now)
        const isOver = known.tickedAt !== null && time.isTimeUp(currentBlock(counted))
        return isOver ? logged(handIn(counted, grading())) : counted
      })
    },
  }
}

/** Ends a session with what is answered so far. */
export function ended(
  known: QuizSession,
  { clock, ids, log }: Pick<SessionActsNeeds, 'clock' | 'ids' | 'log'>,
): QuizSession {
  const { session, attempts } = endSession(known, { now: clock.now(), newId: ids })
  log(attempts)
  return session
}

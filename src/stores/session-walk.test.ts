import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { optionLabels } from '#domain/question-bank/question.ts'
import { attemptOf } from '#domain/quiz/grading.ts'
import type { Attempt } from '#domain/quiz/review-event.ts'
import { reviewSession } from '#domain/quiz/review-session.ts'
import type { GradedItem, QuizSession } from '#domain/quiz/session.ts'
import { confidences } from '#domain/quiz/session.ts'
import { pauseSession } from '#domain/quiz/session-time.ts'
import { instant, milliseconds } from '#lib/time.ts'
import { envelop, open } from '#storage/envelope.ts'
import { quizSessionSchema } from '#storage/schemas/quiz-session.ts'
import { manualClock } from '#testing/builders/manual-clock.ts'
import { aMock, aSession, aTimedSession, idsInARow, questions, value } from '#testing/builders/quiz.ts'
import type { SessionActs } from './session-acts.ts'
import { ended, openSessionActs } from './session-acts.ts'

// Whatever a student does in whatever order, with a clock that misbehaves and a page that is reloaded at any moment.

type Deed =
  | { readonly kind: 'act'; readonly act: (acts: SessionActs) => void; readonly name: string }
  | { readonly kind: 'tick'; readonly after: number }
  | { readonly kind: 'reload' }
  | { readonly kind: 'end' }

const named = (name: string, act: (acts: SessionActs) => void): Deed => ({ kind: 'act', act, name })
const plain = fc.constantFrom(
  'flag' as const,
  'undo' as const,
  'grade' as const,
  'next' as const,
  'previous' as const,
  'pause' as const,
  'proceed' as const,
  'handIn' as const,
)
const stretch = fc.record({ start: fc.integer({ min: -3, max: 80 }), end: fc.integer({ min: -3, max: 80 }) })

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(...optionLabels.slice(0, 6))
      .map((label) => named(`choose ${label}`, (acts) => acts.choose(label))),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(...optionLabels.slice(0, 6))
      .map((label) => named(`strike ${label}`, (acts) => acts.strike(label))),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...confidences).map((sure) => named(`rate ${sure}`, (acts) => acts.rate(sure))),
  },
  { weight: 2, arbitrary: stretch.map((one) => named('highlight', (acts) => acts.highlight(one))) },
  { weight: 2, arbitrary: fc.string({ maxLength: 6 }).map((text) => named(`note ${text}`, (acts) => acts.note(text))) },
  { weight: 8, arbitrary: plain.map((verb) => named(verb, (acts) => acts[verb]())) },
  {
    weight: 2,
    arbitrary: fc.integer({ min: -1, max: 5 }).map((index) => named(`goTo ${index}`, (acts) => acts.goTo(index))),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(300_000, 600_000, null)
      .map((by) => named(`lengthen ${String(by)}`, (acts) => acts.lengthen(by === null ? null : milliseconds(by)))),
  },
  {
    weight: 6,
    arbitrary: fc
      .oneof(fc.constant(1_000), fc.integer({ min: -50_000, max: 100_000 }), fc.constantFrom(-1e9, 1e10))
      .map((after) => ({ kind: 'tick' as const, after })),
  },
  { weight: 2, arbitrary: fc.constant<Deed>({ kind: 'reload' }) },
  { weight: 1, arbitrary: fc.constant<Deed>({ kind: 'end' }) },
)

function aReview(): QuizSession {
  const items = questions(3).map((question) => ({ question, bankId: 'bank' }))
  return reviewSession(items, { id: 's1', now: instant(1_000) })
}

/** A session in a student's hands, with the log beside it and every state it was in. */
function walk(first: QuizSession, deeds: readonly Deed[], onStep: (before: QuizSession, after: QuizSession) => void) {
  const clock = manualClock({ now: instant(1_000) })
  const ids = idsInARow('id')
  const logged: Attempt[] = []
  let session = first
  const change = (step: (known: QuizSession) => QuizSession): void => {
    if (session.endedAt === null) session = step(session)
  }
  const log = (events: readonly { readonly kind: string }[]): void => {
    logged.push(...events.filter((event): event is Attempt => event.kind === 'attempt'))
  }
  const acts = openSessionActs({ clock, ids, act: change, pass: change, log })
  for (const one of deeds) {
    const before = session
    const loggedBefore = [...logged]
    if (one.kind === 'act') one.act(acts)
    if (one.kind === 'tick') {
      clock.pass(one.after)
      acts.tick()
    }
    if (one.kind === 'end') change((known) => ended(known, { clock, ids, log }))
    if (one.kind === 'reload') session = reloaded(pauseSession(session, clock.now()))
    expect(logged.slice(0, loggedBefore.length)).toEqual(loggedBefore)
    onStep(before, session)
  }
  return { session, logged }
}

/** What a page finds that is opened after one that kept this. */
function reloaded(kept: QuizSession): QuizSession {
  const found: unknown = JSON.parse(JSON.stringify(envelop(quizSessionSchema, kept, instant(0))))
  const opened = value(open(quizSessionSchema, found)).value
  expect(opened).toEqual({ ...kept, tickedAt: null })
  return opened
}

/** What of a graded item nothing may change: all but what a student notes down about it. */
function answerOf({ work: { choice, confidence, struck }, ...item }: GradedItem) {
  return { ...item, work: { choice, confidence, struck } }
}

function checkStep(before: QuizSession, after: QuizSession): void {
  after.items.forEach((item, index) => {
    const was = before.items[index]
    expect(item.spent).toBeGreaterThanOrEqual(was?.spent ?? 0)
    if (was?.kind === 'graded') expect(answerOf(item as GradedItem)).toEqual(answerOf(was))
    if (was?.kind === 'unanswered') expect(item.kind).toBe('unanswered')
    const { choice, struck } = item.work
    expect(choice === null || !struck.includes(choice)).toBe(true)
  })
  after.blocks.forEach((block, index) => {
    expect(block.used).toBeGreaterThanOrEqual(before.blocks[index]?.used ?? 0)
    expect(block.isHandedIn || before.blocks[index]?.isHandedIn !== true).toBe(true)
  })
  expect(after.block).toBeGreaterThanOrEqual(before.block)
}

describe.each([
  ['tutor', aSession],
  ['timed', aTimedSession],
  ['mock', aMock],
  ['review', aReview],
])('a %s session, whatever happens', (_, first) => {
  it('loses nothing in a reload, no time, no grade, and logs what it graded', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
        const { session, logged } = walk(first(), deeds, checkStep)
        const graded = session.items.filter((item) => item.kind === 'graded')
        const byId = (a: Attempt, b: Attempt) => (a.id < b.id ? -1 : 1)
        expect(logged.toSorted(byId)).toEqual(graded.map((item) => attemptOf(session, item)).toSorted(byId))
      }),
    )
  })
})

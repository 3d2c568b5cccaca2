import { unloggedAttempts, withLoggedAttempts } from '#domain/quiz/grading.ts'
import type { Attempt, ReviewEvent } from '#domain/quiz/review-event.ts'
import type { QuizSession } from '#domain/quiz/session.ts'
import type { Log, Shelf } from '#storage/archive-port.ts'
import type { Leftover } from '#storage/leftovers-port.ts'
import type { QuizLeftovers } from './quiz-keeper.ts'
import type { Past, StudentEvent } from './quiz-state.ts'

/** Earlier work, and what of it lies only in a session or among the leftovers and is to be kept anew. */
export interface ReadPast {
  readonly past: Past
  readonly resumable: QuizSession | null
  readonly unkeptEvents: readonly ReviewEvent[]
  readonly unkeptSessions: readonly QuizSession[]
}

export interface PastNeeds {
  readonly sessions: Shelf<QuizSession>
  readonly reviews: Log<ReviewEvent>
  readonly leftovers: QuizLeftovers
}

/** Reads what was answered before. Leftovers are taken up only where they can be compared with all that was kept. */
export async function readPast({ sessions, reviews, leftovers }: PastNeeds): Promise<ReadPast> {
  const [log, shelf] = await Promise.all([reviews.readAll(), sessions.readAll()])
  const isWhole = log.ok && shelf.ok
  const logged = log.ok ? log.value.events : []
  const records = shelf.ok ? shelf.value.records : []

  const left = isWhole ? leftovers.events.takeUp().map(({ value }) => value) : []
  const unkeptSessions = isWhole ? newer(leftovers.sessions.takeUp(), records) : []
  const unkeptIds = new Set(unkeptSessions.map(({ id }) => id))
  const kept = [...unkeptSessions, ...records.map(({ value }) => value).filter(({ id }) => !unkeptIds.has(id))]

  const known = new Set(logged.map(({ id }) => id))
  const found = [...left, ...(log.ok ? kept.flatMap((one) => unloggedAttempts(one, known)) : [])]
  const unkeptEvents = found.filter(
    ({ id }, index) => !known.has(id) && found.findIndex((one) => one.id === id) === index,
  )

  const events = [...logged, ...unkeptEvents].filter((event): event is StudentEvent => event.kind !== 'modelAnswer')
  const attempts = events.filter((event): event is Attempt => event.kind === 'attempt')
  const open = kept.find((one) => one.endedAt === null)
  return {
    past: {
      events,
      sessions: kept.filter((one) => one.endedAt !== null),
      unreadable: (log.ok ? log.value.unreadable : 0) + (shelf.ok ? shelf.value.unreadable.length : 0),
      failure: !log.ok ? log.failure : !shelf.ok ? shelf.failure : null,
    },
    resumable: open === undefined ? null : withLoggedAttempts(open, attempts),
    unkeptEvents,
    unkeptSessions,
  }
}

/** The newest leftover of every session that was not kept later than that. */
function newer(
  leftovers: readonly Leftover<QuizSession>[],
  records: readonly (Leftover<QuizSession> & { readonly id: string })[],
): readonly QuizSession[] {
  const keptAt = new Map(records.map(({ id, savedAt }) => [id, savedAt]))
  const newest = new Map<string, QuizSession>()
  for (const { value, savedAt } of leftovers) if (savedAt >= (keptAt.get(value.id) ?? 0)) newest.set(value.id, value)
  return [...newest.values()]
}

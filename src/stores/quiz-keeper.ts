import type { ReviewEvent } from '#domain/quiz/review-event.ts'
import type { QuizSession } from '#domain/quiz/session.ts'
import type { Log, Shelf, StorageFailure } from '#storage/archive-port.ts'
import type { Leftovers } from '#storage/leftovers-port.ts'
import type { Keeping } from './quiz-state.ts'

export interface QuizKeeper {
  keepSession(session: QuizSession): void
  keepEvent(event: ReviewEvent): void
  /** Tries again what could not be kept. */
  again(): void
  /** Puts down what still waits: the page may be gone before it is written. */
  putDown(): void
}

export interface QuizKeeperNeeds {
  readonly sessions: Shelf<QuizSession>
  readonly reviews: Log<ReviewEvent>
  readonly leftovers: QuizLeftovers
  readonly onChange: (keeping: Keeping) => void
}

export interface QuizLeftovers {
  readonly sessions: Leftovers<QuizSession>
  readonly events: Leftovers<ReviewEvent>
}

/**
 * Writes one thing after the other, events before sessions: an event that is kept is found again by its session, see
 * `withLoggedAttempts`. Of a session only the newest state is written. What fails stays in line, in its order.
 */
export function openQuizKeeper({ sessions, reviews, leftovers, onChange }: QuizKeeperNeeds): QuizKeeper {
  const events: ReviewEvent[] = []
  const newest = new Map<string, QuizSession>()
  let isWriting = false
  let hasMore = false

  async function writeAll(): Promise<void> {
    hasMore = true
    if (isWriting) return
    isWriting = true
    let failure: StorageFailure | null = null
    while (hasMore) {
      hasMore = false
      failure = (await writeEvents()) ?? (await writeSessions())
    }
    isWriting = false
    if (failure === null) {
      leftovers.events.clear()
      leftovers.sessions.clear()
    }
    const waiting = events.length + newest.size
    onChange(failure === null ? { kind: 'kept' } : { kind: 'failing', failure, waiting })
  }

  async function writeEvents(): Promise<StorageFailure | null> {
    for (let event = events[0]; event !== undefined; event = events[0]) {
      const written = await reviews.append(event)
      if (!written.ok) return (await writeSessions()) ?? written.failure
      events.shift()
    }
    return null
  }

  async function writeSessions(): Promise<StorageFailure | null> {
    for (const [id, session] of newest) {
      const written = await sessions.write(id, session)
      if (!written.ok) return written.failure
      if (newest.get(id) === session) newest.delete(id)
    }
    return null
  }

  return {
    keepSession(session) {
      newest.set(session.id, session)
      void writeAll()
    },
    keepEvent(event) {
      events.push(event)
      void writeAll()
    },
    again: () => void writeAll(),
    putDown() {
      leftovers.events.putDown(events)
      leftovers.sessions.putDown([...newest.values()])
    },
  }
}

import type { SupplyFailure } from '#domain/models/supply-failure.ts'
import type { Instant } from '#lib/time.ts'
import type { Step } from './persist.ts'
import { retryAfterSeconds } from './retry-after.ts'

/** Statuses that a later try may not meet again. */
const passing: ReadonlySet<number> = new Set([408, 425, 500, 502, 504])

/** The hub's own words for what a status leaves open: it answers 401 for a repository that does not exist. */
const namesMissing: ReadonlySet<string> = new Set(['RepoNotFound', 'EntryNotFound', 'RevisionNotFound'])

/** What an answer means that is not the file: `expected` says in HTTP's words what was hoped for. */
export function refusal(
  response: Response,
  { host, file, expected, now }: { host: string; file: string; expected: string; now: Instant },
): Exclude<Step<never>, { kind: 'done' }> {
  const { status, headers } = response
  if (status === 429 || status === 503) {
    const failure: SupplyFailure = {
      ...{ kind: 'busy', host, status },
      retryAfterSeconds: retryAfterSeconds(headers.get('Retry-After'), now),
    }
    return { kind: 'again', failure, progressed: false }
  }
  if (status === 404 || status === 410 || namesMissing.has(headers.get('X-Error-Code') ?? ''))
    return { kind: 'failed', failure: { kind: 'notThere', host, file, status } }
  if (status === 401 || status === 403 || status === 451)
    return { kind: 'failed', failure: { kind: 'forbidden', host, file, status } }
  const failure: SupplyFailure = { kind: 'wrongAnswer', host, file, expected, found: `HTTP ${status}` }
  return passing.has(status) ? { kind: 'again', failure, progressed: false } : { kind: 'failed', failure }
}

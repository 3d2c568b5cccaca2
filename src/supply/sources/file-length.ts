import type { SupplyFailure } from '#domain/models/supply-failure.ts'
import type { Result } from '#lib/result.ts'
import { parseContentRange, unsatisfiedTotal } from './content-range.ts'
import type { Outcome } from './exchange.ts'
import { exchange, hostOf } from './exchange.ts'
import type { Step } from './persist.ts'
import { persist } from './persist.ts'
import { refusal } from './refusal.ts'
import type { TransferLine } from './transfer-line.ts'

/** The length of a file, asked for with its first byte: a HEAD would be answered by other rules on some hosts. */
export function askLength(
  line: TransferLine,
  file: { readonly name: string; readonly url: string },
  signal: AbortSignal,
): Promise<Result<number, SupplyFailure>> {
  const asked = { url: file.url, file: file.name, range: { begin: 0, end: 1 }, signal }
  return persist(line, signal, async (): Promise<Step<number>> => {
    const outcome: Outcome<Step<number>> = await exchange(line, asked, (response, host) => ({
      kind: 'refuse',
      why: lengthStep(response, { host, file: file.name, now: line.network.now() }),
    }))
    if (outcome.kind === 'refused') return outcome.why
    const kind = outcome.kind === 'stalled' ? 'stalled' : 'unreachable'
    return { kind: 'again', failure: { kind, host: hostOf(file.url), file: file.name }, progressed: false }
  })
}

function lengthStep(
  response: Response,
  { host, file, now }: Omit<Parameters<typeof refusal>[1], 'expected'>,
): Step<number> {
  const range = response.headers.get('Content-Range')
  const expected = 'the length of the file'
  if (response.status === 206 || response.status === 416) {
    const total = response.status === 206 ? parseContentRange(range ?? '')?.total : unsatisfiedTotal(range)
    if (typeof total === 'number') return { kind: 'done', value: total }
    return {
      kind: 'failed',
      failure: { kind: 'wrongAnswer', host, file, expected, found: range ?? 'no Content-Range' },
    }
  }
  if (response.status !== 200) return refusal(response, { host, file, expected, now })
  const length = response.headers.get('Content-Length') ?? ''
  if (/^\d{1,15}$/.test(length)) return { kind: 'done', value: Number(length) }
  return { kind: 'failed', failure: { kind: 'wrongAnswer', host, file, expected, found: 'HTTP 200 without a length' } }
}

import type { SupplyFailure } from '#domain/models/supply-failure.ts'
import { joinBytes } from '#lib/join-bytes.ts'
import type { Result } from '#lib/result.ts'
import type { Outcome } from './exchange.ts'
import { exchange, hostOf } from './exchange.ts'
import type { Step } from './persist.ts'
import { persist } from './persist.ts'
import { refusal } from './refusal.ts'
import type { TransferLine } from './transfer-line.ts'

export interface WholeAsked {
  readonly url: string
  /** What it is called in failures and in the record of requests. */
  readonly file: string
  /** More bytes than this are not read. */
  readonly limit: number
  readonly signal: AbortSignal
}

/** Something small whose length nobody knows before: an answer of an interface, a list of files. A cut begins it anew. */
export function readWholeAnswer(
  line: TransferLine,
  { url, file, limit, signal }: WholeAsked,
): Promise<Result<Uint8Array<ArrayBuffer>, SupplyFailure>> {
  const host = hostOf(url)
  return persist(line, signal, async (): Promise<Step<Uint8Array<ArrayBuffer>>> => {
    const chunks: Uint8Array[] = []
    let length = 0
    const outcome: Outcome<Exclude<Step<never>, { kind: 'done' }>> = await exchange(
      line,
      { url, file, range: null, signal },
      (response, answering) => {
        const given = { host: answering, file, expected: 'HTTP 200', now: line.network.now() }
        if (response.status !== 200) return { kind: 'refuse', why: refusal(response, given) }
        const take = (chunk: Uint8Array): boolean => {
          chunks.push(chunk)
          length += chunk.length
          return length <= limit
        }
        return { kind: 'take', take }
      },
    )
    if (outcome.kind === 'refused') return outcome.why
    if (length > limit) {
      const found = { expected: `${limit} bytes at most`, found: 'more bytes' }
      return { kind: 'failed', failure: { kind: 'wrongAnswer', host, file, ...found } }
    }
    if (outcome.kind === 'ended') return { kind: 'done', value: joinBytes(chunks) }
    const kind = outcome.kind === 'stalled' ? 'stalled' : 'unreachable'
    return { kind: 'again', failure: { kind, host, file }, progressed: false }
  })
}

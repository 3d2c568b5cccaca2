import type { ByteSource } from '#converter/conversion-ports.ts'
import type { SupplyFailure } from '#domain/models/supply-failure.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Asked, Outcome } from './exchange.ts'
import { exchange, hostOf } from './exchange.ts'
import type { Step } from './persist.ts'
import { persist } from './persist.ts'
import type { Seen } from './range-answer.ts'
import { judgeRange } from './range-answer.ts'
import type { TransferLine } from './transfer-line.ts'

export interface RemoteFile {
  readonly name: string
  readonly url: string
  readonly bytes: number
}

/**
 * Files on a server, read range by range. What has arrived of a range is never asked for again: after a cut, only the
 * rest is. Each read stands for itself, so several may be under way at once.
 */
export function rangedSource(files: readonly RemoteFile[], line: TransferLine): ByteSource<SupplyFailure> {
  const byName = new Map(files.map((file) => [file.name, file]))
  const seen: Seen = { etags: new Map(), wholes: new Set() }
  return {
    async read(name, begin, end, signal) {
      const file = byName.get(name)
      if (file === undefined) return fail({ kind: 'unexpected', detail: `${name} is not one of the files` })
      if (begin < 0 || end < begin || end > file.bytes)
        return fail({ kind: 'unexpected', detail: `${name} has no bytes ${begin} to ${end} of ${file.bytes}` })
      if (begin === end) return succeed(new Uint8Array(0))
      const bytes = new Uint8Array(end - begin)
      let filled = 0
      return persist(line, signal, async () => {
        const before = filled
        const range = { begin: begin + filled, end }
        const put = (chunk: Uint8Array): void => {
          bytes.set(chunk, filled)
          filled += chunk.length
        }
        const step = await fetchOnce(line, file, { url: file.url, file: name, range, signal }, seen, put)
        if (step !== null && step.kind !== 'again') return step
        if (filled === bytes.length) return { kind: 'done', value: bytes }
        const failure = step?.failure ?? {
          ...{ kind: 'wrongAnswer', host: hostOf(file.url), file: name },
          ...{ expected: `${bytes.length} bytes from ${begin}`, found: `${filled} bytes` },
        }
        return { kind: 'again', failure, progressed: filled > before }
      })
    },
  }
}

/** Null where the answer came to an orderly end; whether it was long enough, `put` knows. */
async function fetchOnce(
  line: TransferLine,
  file: RemoteFile,
  asked: Asked & { readonly range: { readonly begin: number; readonly end: number } },
  seen: Seen,
  put: (chunk: Uint8Array) => void,
): Promise<Exclude<Step<never>, { kind: 'done' }> | null> {
  const body = { beyond: null as SupplyFailure | null }
  const outcome: Outcome<Exclude<Step<never>, { kind: 'done' }>> = await exchange(line, asked, (response, host) => {
    const judged = judgeRange(response, { host, file, range: asked.range, seen, now: line.network.now() })
    if (judged.kind === 'refuse') return judged
    let [skip, room] = [judged.skip, judged.room]
    const take = (chunk: Uint8Array): boolean => {
      const skipped = Math.min(skip, chunk.length)
      skip -= skipped
      const useful = chunk.subarray(skipped, skipped + room)
      room -= useful.length
      put(useful)
      const isBeyond = chunk.length > skipped + useful.length
      if (isBeyond && !judged.mayGoOn)
        body.beyond = { ...wrong(host, file), expected: `${judged.room} bytes`, found: 'more bytes' }
      return !isBeyond && (room > 0 || !judged.mayGoOn)
    }
    return { kind: 'take', take }
  })
  if (body.beyond !== null) return { kind: 'failed', failure: body.beyond }
  if (outcome.kind === 'refused') return outcome.why
  const where = { host: hostOf(file.url), file: file.name }
  if (outcome.kind === 'broken') return { kind: 'again', failure: { kind: 'unreachable', ...where }, progressed: false }
  if (outcome.kind === 'stalled') return { kind: 'again', failure: { kind: 'stalled', ...where }, progressed: false }
  return null
}

function wrong(host: string, file: RemoteFile): { kind: 'wrongAnswer'; host: string; file: string } {
  return { kind: 'wrongAnswer', host, file: file.name }
}

import type { Instant } from '#lib/time.ts'
import { parseContentRange, unsatisfiedTotal } from './content-range.ts'
import type { Step } from './persist.ts'
import { refusal } from './refusal.ts'

/** What the answers so far have told about the files. */
export interface Seen {
  /** By file and host: two hosts of one file may name it differently. */
  readonly etags: Map<string, string>
  /** Files of which the server has sent everything although a part was asked for. */
  readonly wholes: Set<string>
}

export interface RangeAsked {
  readonly host: string
  readonly file: { readonly name: string; readonly bytes: number }
  readonly range: { readonly begin: number; readonly end: number }
  readonly seen: Seen
  readonly now: Instant
}

export type RangeVerdict =
  /** `skip` bytes of the body come before what was asked for, `room` of it are wanted; more may follow, or must not. */
  | { readonly kind: 'take'; readonly skip: number; readonly room: number; readonly mayGoOn: boolean }
  | { readonly kind: 'refuse'; readonly why: Exclude<Step<never>, { kind: 'done' }> }

/** Bytes that are let pass to reach a range, on a server that knows no ranges: about one of the largest shards. */
const longestSkip = 512 * 2 ** 20

/** Whether an answer can be the range that was asked for, by its status and headers. */
export function judgeRange(response: Response, asked: RangeAsked): RangeVerdict {
  const { host, file, range } = asked
  const expected = `bytes ${range.begin}-${range.end - 1}/${file.bytes}`
  const wrong = (found: string, hoped = expected): RangeVerdict => ({
    kind: 'refuse',
    why: { kind: 'failed', failure: { kind: 'wrongAnswer', host, file: file.name, expected: hoped, found } },
  })
  if (response.status === 416)
    return wrong(`HTTP 416, ${unsatisfiedTotal(response.headers.get('Content-Range')) ?? '?'}`)
  if (response.status !== 206 && response.status !== 200)
    return { kind: 'refuse', why: refusal(response, { host, file: file.name, expected, now: asked.now }) }
  const before = otherEtag(response, asked)
  if (before !== null) return wrong(response.headers.get('ETag') ?? '', before)
  return response.status === 206 ? judgePart(response, asked, wrong) : judgeWhole(asked, wrong)
}

type Wrong = (found: string) => RangeVerdict

/** A server may send less than was asked for (RFC 9110, 15.3.7), from the right place on; the rest is asked for then. */
function judgePart(response: Response, { range, file }: RangeAsked, wrong: Wrong): RangeVerdict {
  const header = response.headers.get('Content-Range')
  if (header === null) {
    if (response.headers.get('Content-Type')?.startsWith('multipart/') === true) return wrong('several parts')
    // A host that does not expose the header to other origins: the length is counted, and the hash is checked later.
    return { kind: 'take', skip: 0, room: range.end - range.begin, mayGoOn: false }
  }
  const found = parseContentRange(header)
  const fits =
    found !== null &&
    found.begin === range.begin &&
    found.end <= range.end &&
    (found.total === null || found.total === file.bytes)
  return fits ? { kind: 'take', skip: 0, room: found.end - found.begin, mayGoOn: false } : wrong(header)
}

/** Everything instead of a part. Where bytes before the part are thrown away, it is used once a file and no more. */
function judgeWhole({ file, range, seen }: RangeAsked, wrong: Wrong): RangeVerdict {
  const room = range.end - range.begin
  if (range.begin > 0) {
    if (seen.wholes.has(file.name) || range.begin > longestSkip) return wrong('HTTP 200, the whole file')
    seen.wholes.add(file.name)
  }
  return { kind: 'take', skip: range.begin, room, mayGoOn: range.end < file.bytes }
}

/** The ETag that the file had before, where it has another one now. */
function otherEtag(response: Response, { host, file, seen }: RangeAsked): string | null {
  const etag = response.headers.get('ETag')
  if (etag === null) return null
  const key = `${host} ${file.name}`
  const before = seen.etags.get(key)
  seen.etags.set(key, before ?? etag)
  return before === undefined || opaque(before) === opaque(etag) ? null : before
}

/** Without the mark for weakness, which a server may add when it compresses. */
function opaque(etag: string): string {
  return etag.replace(/^W\//, '')
}

import type { SourceIdentity } from '#converter/manifest.ts'
import type { SupplyFailure } from '#domain/models/supply-failure.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import { hostOf } from './exchange.ts'
import { askLength } from './file-length.ts'
import type { ListedFile } from './hub-answer.ts'
import { parseHubAnswer } from './hub-answer.ts'
import type { RemoteFile } from './ranged-source.ts'
import { encodePath } from './safe-name.ts'
import type { TransferLine } from './transfer-line.ts'
import { readWholeAnswer } from './whole-answer.ts'

/** A model on a hub that speaks the Hugging Face hub's public interface (https://huggingface.co/docs/hub/api). */
export interface HubAddress {
  /** `https://huggingface.co`, or one of its mirrors. */
  readonly host: string
  /** `owner/name`. */
  readonly repository: string
  /** A branch, a tag or a commit. */
  readonly revision: string
}

export interface HubModel {
  readonly host: string
  readonly repository: string
  /** What the revision stood for when it was asked; addresses with it never change their bytes. */
  readonly commit: string
  readonly files: readonly HubFile[]
}

export interface HubFile extends ListedFile {
  readonly url: string
}

/** A file that can be read in ranges, with its hash where the hub knows it. */
export interface SizedHubFile extends RemoteFile {
  readonly sha256: string | null
}

/** A list of ten thousand files. */
const longestAnswer = 4 * 2 ** 20

/** What a revision stands for now, and its files. */
export async function askHub(
  line: TransferLine,
  { host, repository, revision }: HubAddress,
  signal: AbortSignal,
): Promise<Result<HubModel, SupplyFailure>> {
  const root = rootOf(host)
  if (root === null || !/^[\w.-]+\/[\w.-]+$/.test(repository) || /(^|\/)\.+(\/|$)/.test(repository) || revision === '')
    return fail({ kind: 'unexpected', detail: `${host}/${repository} at ${revision} is no address` })
  const url = `${root}/api/models/${repository}/revision/${encodeURIComponent(revision)}?blobs=true`
  const answer = await readWholeAnswer(line, { url, file: repository, limit: longestAnswer, signal })
  if (!answer.ok) return answer
  const listing = parseHubAnswer(new TextDecoder().decode(answer.value))
  if (!listing.ok) {
    const found = { expected: 'the list of files', found: listing.failure }
    return fail({ kind: 'wrongAnswer', host: hostOf(root), file: repository, ...found })
  }
  const { commit } = listing.value
  const files = listing.value.files.map((file) => ({
    ...file,
    url: `${root}/${repository}/resolve/${commit}/${encodePath(file.name)}`,
  }))
  return succeed({ host: root, repository, commit, files })
}

/** The files of these names with their lengths; those that the hub did not say are asked for one by one. */
export async function sizedFiles(
  line: TransferLine,
  model: HubModel,
  names: readonly string[],
  signal: AbortSignal,
): Promise<Result<readonly SizedHubFile[], SupplyFailure>> {
  const sized: SizedHubFile[] = []
  for (const name of names) {
    const file = model.files.find((candidate) => candidate.name === name)
    if (file === undefined) return fail({ kind: 'notThere', host: hostOf(model.host), file: name, status: 404 })
    const { url, sha256 } = file
    const length = file.bytes === null ? await askLength(line, file, signal) : succeed(file.bytes)
    if (!length.ok) return length
    sized.push({ name, url, bytes: length.value, sha256 })
  }
  return succeed(sized)
}

/** Where a conversion says that its weights come from. */
export function hubIdentity({ repository, commit }: HubModel, files: readonly SizedHubFile[]): SourceIdentity {
  const source = files.map(({ name, bytes, sha256 }) => (sha256 === null ? { name, bytes } : { name, bytes, sha256 }))
  return { repository, revision: commit, files: source }
}

/** The hub's address without a slash at its end; null where it is none. */
function rootOf(host: string): string | null {
  try {
    const { protocol, origin, pathname } = new URL(host)
    return protocol === 'https:' || protocol === 'http:' ? `${origin}${pathname.replace(/\/+$/, '')}` : null
  } catch {
    return null
  }
}

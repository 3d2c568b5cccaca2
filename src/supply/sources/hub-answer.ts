import { isCount, isObject } from '#converter/plain-json.ts'
import { parseJson } from '#lib/json.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import { isSafePath } from './safe-name.ts'

export interface HubListing {
  /** The commit that the revision stood for: 40 hexadecimal digits. */
  readonly commit: string
  readonly files: readonly ListedFile[]
}

export interface ListedFile {
  readonly name: string
  /** Null where the hub does not say it. */
  readonly bytes: number | null
  /** Known for the large files, which the hub keeps by their hash. */
  readonly sha256: string | null
}

/**
 * Reads what the hub says about a revision of a model (`GET /api/models/{repository}/revision/{revision}?blobs=true`).
 * The failure says what is wrong with it. Sizes and hashes may be missing or unusable, names may not.
 */
export function parseHubAnswer(text: string): Result<HubListing, string> {
  const parsed = parseJson(text)
  if (!parsed.ok) return fail(parsed.failure)
  const { sha, siblings } = isObject(parsed.value) ? parsed.value : {}
  if (typeof sha !== 'string' || !/^[0-9a-f]{40}$/.test(sha)) return fail('sha is no commit')
  if (!Array.isArray(siblings)) return fail('siblings is no list')
  const files: ListedFile[] = []
  const names = new Set<string>()
  for (const sibling of siblings as readonly unknown[]) {
    const { rfilename: name, size, lfs } = isObject(sibling) ? sibling : {}
    if (typeof name !== 'string' || !isSafePath(name)) return fail(`siblings: ${JSON.stringify(name)} is no path`)
    if (names.has(name)) return fail(`siblings: ${name} is there twice`)
    names.add(name)
    const large = isObject(lfs) ? lfs : {}
    files.push({ name, bytes: countOr(large['size'], size), sha256: hashOr(large['sha256'], large['oid']) })
  }
  return succeed({ commit: sha, files })
}

function countOr(...values: readonly unknown[]): number | null {
  return values.find(isCount) ?? null
}

function hashOr(...values: readonly unknown[]): string | null {
  return (
    (values.find((value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)) as string | undefined) ?? null
  )
}

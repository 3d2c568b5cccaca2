import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** A file in memory, or one on the disk, which is never held whole. */
export type FakeContent = Uint8Array | { readonly path: string; readonly bytes: number; readonly sha256?: string }

export interface FakeRepository {
  /** 40 hexadecimal digits. */
  readonly commit: string
  /** Names for the commit beside itself; `main` where none are given. */
  readonly branches?: readonly string[]
  readonly files: Readonly<Record<string, FakeContent>>
  /** Files from this length on are "large": their hash is listed, and they are redirected. All of them where missing. */
  readonly largeFrom?: number
  /** Leaves sizes and hashes out of the list, as the hub does for some repositories. */
  readonly listsNamesOnly?: boolean
}

/** A folder of the disk as a repository; hashes are computed only if asked for, since that reads everything. */
export function repositoryOfFolder(
  folder: string,
  { commit, largeFrom, withHashes = false }: { commit: string; largeFrom?: number; withHashes?: boolean },
): FakeRepository {
  const files: Record<string, FakeContent> = {}
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    // Through links: the hub's own download cache consists of them.
    const found = statSync(path)
    const name = relative(folder, path).split(sep).join('/')
    const content = { path, bytes: found.size }
    if (found.isFile()) files[name] = withHashes ? { ...content, sha256: sha256OfFile(path) } : content
  }
  return { commit, files, ...(largeFrom === undefined ? {} : { largeFrom }) }
}

export function contentBytes(content: FakeContent): number {
  return content instanceof Uint8Array ? content.length : content.bytes
}

const hashes = new WeakMap<Uint8Array, string>()

/** Null where it would have to be computed from the disk. */
export function sha256OfContent(content: FakeContent): string | null {
  if (!(content instanceof Uint8Array)) return content.sha256 ?? null
  const hash = hashes.get(content) ?? createHash('sha256').update(content).digest('hex')
  hashes.set(content, hash)
  return hash
}

export function etagOf(content: FakeContent): string {
  return `"${sha256OfContent(content) ?? `bytes-${contentBytes(content)}`}"`
}

function sha256OfFile(path: string): string {
  const hash = createHash('sha256')
  const [file, chunk] = [openSync(path, 'r'), new Uint8Array(2 ** 20)]
  try {
    for (let read = 1; read > 0;) {
      read = readSync(file, chunk)
      hash.update(chunk.subarray(0, read))
    }
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}

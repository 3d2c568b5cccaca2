import type { ConversionPart } from './conversion-part.ts'
import type { FileHasher, FileHashing } from './conversion-ports.ts'
import type { JournalFile } from './journal-file.ts'
import type { ConversionPlan, HashedFile } from './plan.ts'
import { openLine } from './take-turns.ts'

/** The hashes of a run's files, each taken part by part in the order of the file, however its parts arrive. */
export interface SourceHashes {
  /** Takes a part's place; parts of one file come here in their order, before they are read. */
  join(part: ConversionPart): PartHash
}

export interface PartHash {
  /** Hashes the part's bytes as soon as those before it are hashed. */
  hash(bytes: Uint8Array<ArrayBuffer>): Promise<HashStep>
  /** Resolves when every part before it is noted in the journal, or never will be. */
  readonly turnToNote: Promise<void>
  /** Whether all of them are. True for this moment only: the end of the file may prove them wrong at any time. */
  mayNote(): boolean
  /** Lets the parts behind go on, or learn that they cannot. */
  leave(): void
}

export type HashStep =
  /** `saved` goes to the journal with the part; the last of a file has none. */
  | { readonly kind: 'hashed'; readonly saved?: string }
  /** It was the last part, and the file is not what was promised. The journal knows. */
  | { readonly kind: 'wrong' }
  /** A part before it failed. */
  | { readonly kind: 'interrupted' }

/** Goes on with every hash where the journal left it. A file whose saved hash cannot be taken up is read anew. */
export async function openSourceHashes(
  hashing: FileHashing,
  { hashed }: ConversionPlan,
  journal: JournalFile,
): Promise<SourceHashes> {
  const joins = new Map<string, SourceHashes['join']>()
  for (const file of hashed) {
    const { part, saved } = journal.ledger.hashedTo(file)
    if (part === file.end) continue
    const resumed = part > file.first && saved !== undefined ? await hashing.resume(saved) : undefined
    if (resumed === undefined && part > file.first) journal.note({ unread: [file.first, file.end] })
    joins.set(file.file, hashFile(file, resumed ?? (await hashing.begin()), journal))
  }
  return { join: (part) => joins.get(part.file)?.(part) ?? unhashed }
}

function hashFile(file: HashedFile, hasher: FileHasher, journal: JournalFile): SourceHashes['join'] {
  const { ledger } = journal
  const [lineToHash, lineToNote] = [openLine(), openLine()]
  const begun = ledger.hashedTo(file).part
  let next = begun
  let isWrong = false
  return ({ index }) => {
    // It was hashed before, and is read again for a shard that was lost: the digest of that shard is the proof.
    if (index < begun) return unhashed
    const [turnToHash, turnToNote] = [lineToHash(), lineToNote()]
    return {
      async hash(bytes) {
        await turnToHash.come
        if (next !== index) return { kind: 'interrupted' }
        next += 1
        hasher.update(bytes)
        if (next < file.end) {
          const saved = hasher.save()
          turnToHash.leave()
          return { kind: 'hashed', saved }
        }
        isWrong = hasher.hex() !== file.sha256
        if (!isWrong) return { kind: 'hashed' }
        journal.note({ unread: [file.first, file.end] })
        return { kind: 'wrong' }
      },
      turnToNote: turnToNote.come,
      mayNote: () => !isWrong && ledger.hashedTo(file).part === index,
      leave() {
        turnToHash.leave()
        turnToNote.leave()
      },
    }
  }
}

/** The place of a part that waits for nobody. */
const unhashed: PartHash = {
  hash: () => Promise.resolve({ kind: 'hashed' }),
  turnToNote: Promise.resolve(),
  mayNote: () => true,
  leave: () => undefined,
}

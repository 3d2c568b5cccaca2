import type { ConversionFault } from '#domain/models/conversion-fault.ts'
import type { Result } from '#lib/result.ts'
import type { ConversionPart, ShardWrite } from './conversion-part.ts'

/** The files of the model as it was published: picked files, a folder, a server. */
export interface ByteSource<F> {
  /** Exactly the bytes from `begin` up to `end`, in memory of their own, or why not. */
  read(file: string, begin: number, end: number, signal: AbortSignal): Promise<Result<Uint8Array<ArrayBuffer>, F>>
}

/**
 * A folder of scratch files that belongs to one conversion and outlives the process: OPFS in a worker, a directory in
 * Node. Everything here may throw what the machine throws (`QuotaExceededError`, `ENOSPC`): the run then ends with
 * `{ kind: 'workbench' }` and can be taken up again.
 */
export interface Workbench {
  /** Opens a file for reading and writing; it is made where there is none. One handle a file at a time. */
  open(name: string): Promise<WorkFile>
  list(): Promise<readonly { readonly name: string; readonly bytes: number }[]>
  /** Removing what is not there is no failure. */
  remove(name: string): Promise<void>
}

/** An open scratch file, with the synchronous calls of `FileSystemSyncAccessHandle` and of `fs.*Sync`. */
export interface WorkFile {
  size(): number
  /** Exactly `length` bytes from `at`; throws where the file ends before. */
  read(at: number, length: number): Uint8Array<ArrayBuffer>
  /** Writes all of `bytes`; a file that is shorter than `at` is filled up with zeros. */
  write(at: number, bytes: Uint8Array<ArrayBuffer>): void
  truncate(bytes: number): void
  /** Returns when what was written before outlives a loss of power. */
  flush(): void
  close(): void
}

/** Turns parts into writes: here and now (`convertInline`), or in a pool of workers. */
export interface ConvertParts {
  /** `bytes` may be transferred: the caller does not look at them again. */
  convert(part: ConversionPart, bytes: Uint8Array<ArrayBuffer>): Promise<Result<readonly ShardWrite[], ConversionFault>>
}

export interface ShardHasher {
  update(bytes: Uint8Array<ArrayBuffer>): void
  /** The digest in lower-case hexadecimal; the hasher is spent. */
  hex(): string
}

export type NewHasher = (algorithm: 'sha256' | 'md5') => Promise<ShardHasher>

/** SHA-256 of source files, which may take more than one run: what was hashed so far is kept as text in between. */
export interface FileHashing {
  begin(): Promise<FileHasher>
  /** Goes on from what `save` gave; undefined where that is damaged, or of another version of the hasher. */
  resume(saved: string): Promise<FileHasher | undefined>
}

export interface FileHasher extends ShardHasher {
  /** Whatever `resume` needs, about a hundred bytes as plain characters. The hasher goes on. */
  save(): string
}

export interface FinishedFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  /** Shards only: `tensor-cache.json` carries it. */
  readonly md5?: string
}

/** What a finished file holds, read piece by piece; no longer than `put` is under way. */
export interface FileContent {
  readonly bytes: number
  read(at: number, length: number): Uint8Array<ArrayBuffer>
}

/**
 * Where the output goes: WebLLM's cache, a folder. It belongs to this one conversion: a place that holds another
 * model's `munjin-manifest.json` is the front's to clear before the run.
 */
export interface Finished<F> {
  /** Replaces the file. Once it resolves, the whole file is there and stays; before, the old one or none. */
  put(file: FinishedFile, content: FileContent): Promise<Result<void, F>>
  /** Whether a file of this name and length is there. */
  has(name: string, bytes: number): Promise<boolean>
}

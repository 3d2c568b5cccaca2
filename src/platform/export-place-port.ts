import type { ExportFailure } from '#domain/models/export-failure.ts'
import type { Result } from '#lib/result.ts'

/** The ways that this browser has of writing files where the student wants them. */
export interface ExportPlaces {
  /** `folder`: file by file into a folder that is chosen. `archive`: one file, among the downloads. */
  readonly kind: 'folder' | 'archive'
  /**
   * Asks where to, which browsers allow only as the answer to a click; null where the student changed their mind.
   *
   * @param name of what is made there; where it is taken, a number is put behind
   */
  choose(name: string): Promise<Result<ExportPlace | null, ExportFailure>>
}

/** A place outside of the app that takes files one after the other. */
export interface ExportPlace {
  /** What the student finds there: the name of a folder or of a file. */
  readonly name: string
  /**
   * Puts one file whole or, where that fails or is stopped, not at all.
   *
   * @param bytes that the file must have
   */
  put(file: ExportedFile, options: PutOptions): Promise<Result<void, ExportFailure>>
  /** Nothing more comes. */
  finish(): void
  /** Takes away what was made, as far as that is possible. */
  discard(): Promise<void>
}

export interface ExportedFile {
  readonly name: string
  readonly bytes: number
  /** With its body unread. */
  readonly content: Response
}

export interface PutOptions {
  readonly signal: AbortSignal
  /** Bytes of this file that are written. */
  readonly onBytes: (bytes: number) => void
}

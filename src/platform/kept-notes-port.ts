/** A place for a few words that outlives what a browser takes away when room gets short. */
export interface KeptNotesPlace {
  /** Null where nothing was ever written, or nothing can be read. */
  read(): string | null
  /** Never fails: what cannot be written is missed by nobody but a notice. */
  write(text: string): void
}

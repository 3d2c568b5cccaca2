/** Remembers over a crash whether the last attempt to start a model came to an end. */
export interface StartGuard {
  /** Whether a start began and never ended, as when it took the browser down. */
  lastStartFailed(): boolean
  begin(): void
  end(): void
}

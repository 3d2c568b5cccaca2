/** Keeps the screen, and with it the machine, awake. */
export interface WakeLockPort {
  /** Holds as long as it can; where that is not possible, nothing happens. Returns how to let go. */
  hold(): Promise<() => void>
}

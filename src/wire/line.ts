/** Two ends of a wire that carries plain data in order. */
export interface Line<Sent, Heard> {
  post(message: Sent): void
  onMessage(listener: (message: Heard) => void): void
  /** Called once when the other end is gone: crashed, killed, or never started. Not called after `close`. */
  onGone(listener: () => void): void
  /** Ends the wire and whatever is at its other end, at once. */
  close(): void
}

/** A file that this page asked for since it was opened. */
export interface PageRequest {
  readonly url: string
  /** Bytes over the network; 0 for what was answered on this machine. */
  readonly networkBytes: number
}

/** What this page asked for, as the browser itself noted it, and the policy that bounds it. */
export interface Traffic {
  readonly requests: () => readonly PageRequest[]
  /** The Content-Security-Policy in the page, or null where there is none. */
  readonly policy: () => string | null
  readonly origin: string
}

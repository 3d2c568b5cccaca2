/** A file that this page asked for since it was opened. */
export interface PageRequest {
  readonly url: string
  /** Bytes over the network; 0 for what was answered on this machine. */
  readonly networkBytes: number
}

/** What was asked of one other host to get a model, since this page was opened. */
export interface HostTraffic {
  readonly host: string
  readonly requests: number
  /** Of the bodies that arrived. */
  readonly bytes: number
}

/** What this page asked for, as the browser itself noted it, and the policy that bounds it. */
export interface Traffic {
  readonly requests: () => readonly PageRequest[]
  /** The Content-Security-Policy in the page, or null where there is none. */
  readonly policy: () => string | null
  readonly origin: string
  /** The hosts that the downloader asked, most bytes first. */
  readonly downloads: () => readonly HostTraffic[]
  /** Hears of a request that the downloader made. */
  readonly noteDownload: (request: { readonly host: string; readonly bytes: number }) => void
}

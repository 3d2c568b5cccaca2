/** The app as an installed thing: whether it works without a network, and whether a newer version waits. */
export interface AppUpdate {
  state(): AppUpdateState
  subscribe(listener: () => void): () => void
  /** Lets the waiting version take over and opens it. All tabs change together, so that versions never mix. */
  openNewVersion(): void
}

export interface AppUpdateState {
  readonly offline: 'ready' | 'preparing' | 'unsupported'
  readonly newVersionWaits: boolean
}

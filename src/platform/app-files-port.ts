/** Files that are served with the app; the one way for the page to fetch. */
export interface AppFiles {
  readonly readText: (path: string) => Promise<string>
  readonly readJson: (path: string) => Promise<unknown>
}

/** Which model, which version and which file a key in the caches stands for; null for what is not ours. */
export interface ReadAddress {
  readonly id: string
  readonly version: string
  readonly file: string
}

/** The way back from `modelAddress`. Other apps of the same origin may keep models in WebLLM's caches too. */
export function readAddress(url: string): ReadAddress | null {
  const [, id, version, file] = /^https:\/\/models\.munjin\.invalid\/([^/]+)\/resolve\/([^/]+)\/(.+)$/.exec(url) ?? []
  return id === undefined || version === undefined || file === undefined ? null : { id, version, file }
}

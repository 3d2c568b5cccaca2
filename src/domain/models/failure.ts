/** What can go wrong between a student and a model, in words their world has. Sentences for these kinds are in `#i18n`. */
export type ModelFailure =
  | { readonly kind: 'noWebGpu' }
  | { readonly kind: 'noAdapter' }
  | { readonly kind: 'adapterTooSmall'; readonly limit: string; readonly needed: number; readonly available: number }
  | { readonly kind: 'lacksFeature'; readonly feature: string }
  | { readonly kind: 'outOfMemory' }
  | { readonly kind: 'deviceLost' }
  | { readonly kind: 'offline'; readonly file: string }
  | { readonly kind: 'fileMissing'; readonly file: string; readonly status: number }
  | { readonly kind: 'fileDamaged'; readonly file: string }
  /** Files of a model that was made on this machine are missing or damaged; getting it again mends these alone. */
  | { readonly kind: 'madeFilesLost'; readonly files: readonly string[] }
  /** Another tab of this app has a model loaded; two do not fit into one GPU. */
  | { readonly kind: 'loadedElsewhere' }
  /** Another tab took the engine over. */
  | { readonly kind: 'takenOver' }
  | { readonly kind: 'storageFull'; readonly neededBytes: number }
  | { readonly kind: 'storageUnavailable'; readonly detail: string }
  | { readonly kind: 'promptTooLong'; readonly contextWindow: number }
  | { readonly kind: 'notLoaded' }
  | { readonly kind: 'workerDied' }
  | { readonly kind: 'unexpected'; readonly detail: string }

export type ModelFailureKind = ModelFailure['kind']

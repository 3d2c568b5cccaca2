/** Why a model could not be written out of the browser. Sentences for these kinds are in `#i18n`. */
export type ExportFailure =
  /** A file of the model is missing here or has another length: getting the model again mends it. */
  | { readonly kind: 'notWhole'; readonly file: string }
  /** The place that was chosen has no more room. */
  | { readonly kind: 'noRoom'; readonly file: string }
  /** The browser or the system does not let the app write there. */
  | { readonly kind: 'refused'; readonly detail: string }
  /** The place was taken away, or cannot be written to. */
  | { readonly kind: 'notWritten'; readonly file: string; readonly detail: string }
  | { readonly kind: 'unexpected'; readonly detail: string }

import type { ConversionFault } from './conversion-fault.ts'

/** Why a model could not be brought onto this machine. Sentences for these kinds are in `#i18n`. */
export type SupplyFailure =
  /** The host could not be reached, or the connection broke and did not come back. */
  | { readonly kind: 'unreachable'; readonly host: string; readonly file: string }
  /** The connection stood, but nothing came any more. */
  | { readonly kind: 'stalled'; readonly host: string; readonly file: string }
  /** The host asks to wait: HTTP 429 or 503, after all retries. */
  | { readonly kind: 'busy'; readonly host: string; readonly status: number; readonly retryAfterSeconds: number | null }
  /** HTTP 401 or 403: the files are not open to everyone. */
  | { readonly kind: 'forbidden'; readonly host: string; readonly file: string; readonly status: number }
  | { readonly kind: 'notThere'; readonly host: string; readonly file: string; readonly status: number }
  /** The host answered with something else than was asked for: another length, no range, another file than before. */
  | {
      readonly kind: 'wrongAnswer'
      readonly host: string
      readonly file: string
      readonly expected: string
      readonly found: string
    }
  /** The bytes of a file are not those that its hash names; they are fetched anew when the order is given again. */
  | { readonly kind: 'wrongHash'; readonly file: string }
  /** A file that was chosen can no longer be read: moved, changed, or the stick is gone. */
  | { readonly kind: 'fileUnreadable'; readonly file: string; readonly detail: string }
  | { readonly kind: 'fileLength'; readonly file: string; readonly expected: number; readonly found: number }
  | { readonly kind: 'notAModelFolder'; readonly found: FolderMistake }
  /** The files are a model, but not this one. */
  | { readonly kind: 'notConvertible'; readonly fault: ConversionFault }
  | { readonly kind: 'storageFull'; readonly neededBytes: number }
  | { readonly kind: 'storageUnavailable'; readonly detail: string }
  | { readonly kind: 'noFileSystem' }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'unexpected'; readonly detail: string }

/** What lies in a folder that holds no model of the kinds that can be read. */
export type FolderMistake =
  | { readonly kind: 'empty' }
  | { readonly kind: 'gguf'; readonly file: string }
  /** PyTorch's own format, which can carry programs and is never opened. */
  | { readonly kind: 'pickle'; readonly file: string }
  | { readonly kind: 'noConfig' }
  | { readonly kind: 'noWeights' }
  | { readonly kind: 'noTokenizer' }
  | { readonly kind: 'severalModels'; readonly folders: readonly string[] }

export type SupplyFailureKind = SupplyFailure['kind']

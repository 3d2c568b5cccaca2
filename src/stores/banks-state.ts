import type { Look, ImportPreview } from '#domain/importing/look.ts'
import type { BankHead } from '#domain/question-bank/kept-bank.ts'
import type { ImportFailure, TableChoice } from '#importers/importing-port.ts'
import type { StorageFailure } from '#storage/archive-port.ts'

export interface BanksState {
  readonly list: BankList
  readonly importing: ImportingState
  /** The bank that was removed last, as long as that can be undone. */
  readonly removed: BankHead | null
  /** Why the last removal or its undoing failed. */
  readonly trouble: StorageFailure | null
}

export type BankList =
  | { readonly kind: 'absent' | 'loading' }
  | { readonly kind: 'ready'; readonly heads: readonly BankHead[]; readonly unreadable: number }
  | { readonly kind: 'failed'; readonly failure: StorageFailure }

/** A file on its way to being a bank. */
export type ImportingState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly fileName: string }
  | { readonly kind: 'failed'; readonly fileName: string; readonly failure: ImportFailure }
  | PreviewState
  /** What was just imported. */
  | { readonly kind: 'done'; readonly head: BankHead; readonly leftOut: number }

export interface PreviewState {
  readonly kind: 'preview'
  readonly fileName: string
  readonly look: Look
  /** Which table is read how; null where the format itself says what is what. */
  readonly choice: TableChoice | null
  readonly preview: ImportPreview
  /** Whether the preview is older than the choice. */
  readonly isStale: boolean
  /** Questions kept so far; null while nothing is being kept. */
  readonly kept: number | null
  /** Why it could not be kept. */
  readonly failure: StorageFailure | ImportFailure | null
}

/** What a student says of a new bank. */
export interface BankNames {
  readonly title: string
  readonly licence: string
  readonly author: string
}

export const noBanks: BanksState = {
  list: { kind: 'absent' },
  importing: { kind: 'idle' },
  removed: null,
  trouble: null,
}

export const selectBankList = (state: BanksState): BankList => state.list
export const selectImporting = (state: BanksState): ImportingState => state.importing
export const selectRemovedBank = (state: BanksState): BankHead | null => state.removed
export const selectBankTrouble = (state: BanksState): StorageFailure | null => state.trouble

import type { Result } from '#lib/result.ts'
import type { Draft } from '#domain/importing/draft.ts'
import type { FileFault, RowFault } from '#domain/importing/import-fault.ts'
import type { Table } from '#domain/importing/table.ts'

/** Rows under columns: which column is what is decided by a mapping, later. */
export interface TablesRead {
  readonly kind: 'tables'
  /** At least one. */
  readonly tables: readonly Table[]
  readonly faults: readonly RowFault[]
}

/** Questions that the format itself sets out. */
export interface DraftsRead {
  readonly kind: 'drafts'
  readonly drafts: readonly Draft[]
  readonly faults: readonly RowFault[]
}

export type TablesResult = Result<TablesRead, FileFault>
export type DraftsResult = Result<DraftsRead, FileFault>

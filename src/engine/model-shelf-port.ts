import type { ModelRecord } from '#domain/models/model-record.ts'

/** The files of models that are kept on this machine. */
export interface ModelShelf {
  /** What is kept of a model, by presence alone; hashes are checked when it is loaded. */
  inspect(model: ModelRecord): Promise<ModelPresence>
  /** Frees everything that is kept of a model. */
  forget(model: ModelRecord): Promise<void>
}

export interface ModelPresence {
  readonly keptBytes: number
  /** Whether every file and at least one library are kept, so that the model loads without the network. */
  readonly whole: boolean
  /** Whether every file of the model itself is kept; its library may be missing, which the app brings by itself. */
  readonly hasFiles: boolean
}

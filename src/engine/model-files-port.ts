import type { ModelRecord } from '#domain/models/model-record.ts'

/** The files of models that were made on this machine, for giving them away. */
export interface ModelFiles {
  /**
   * All files that an import needs, in the order in which they should be written: the manifest is last and the tensor
   * index before it, so that what was written in part is not taken for a model.
   */
  list(model: ModelRecord): Promise<readonly KeptModelFile[]>
}

export interface KeptModelFile {
  readonly name: string
  readonly bytes: number
  /** The file with its body unread, which streams from the disk; null where it is not kept any more. */
  open(): Promise<Response | null>
}

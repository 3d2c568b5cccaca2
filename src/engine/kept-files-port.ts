import type { KeptVersion } from '#domain/models/kept.ts'

/** Files of models on this machine, whether or not this version of the app knows the models. */
export interface KeptFiles {
  /** Every version of every model of which anything is kept, with the bytes that are really there. */
  list(): Promise<readonly KeptVersion[]>
  /** The models of which anything is kept; quicker than `list`, since nothing is measured. */
  modelIds(): Promise<ReadonlySet<string>>
  /** Frees everything under a version's address. */
  remove(version: Pick<KeptVersion, 'modelId' | 'version'>): Promise<void>
  /** Frees every version of a model that was begun here and never finished. */
  removeUnfinished(modelId: string): Promise<void>
}

import type { ModelRecord } from './model-record.ts'

/** The files of one version of a model, as they lie on this machine. */
export interface KeptVersion {
  readonly modelId: string
  readonly version: string
  readonly bytes: number
  /** Whether it was made here to the end: its manifest lies with it. */
  readonly hasManifest: boolean
}

/** What the making of a build has left beside its files. */
export interface ScratchFolder {
  readonly buildId: string
  readonly bytes: number
  /** Whether the order lies with it, so that it can be gone on with. */
  readonly hasOrder: boolean
}

export interface KeptModel {
  readonly model: ModelRecord
  readonly bytes: number
}

/** Files that make no model that can be loaded. */
export interface KeptPieces {
  readonly modelId: string
  readonly bytes: number
  readonly versions: readonly KeptVersion[]
  readonly hasScratch: boolean
}

/** Everything that is kept of models, each byte in one place. */
export interface KeptOfModels {
  readonly models: readonly KeptModel[]
  /** Begun and neither finished nor given up. */
  readonly unfinished: readonly KeptPieces[]
  /** What this version of the app does not know: another version of a model, a build that it does not offer, remains. */
  readonly strays: readonly KeptPieces[]
}

/**
 * Sorts what was found on this machine by what it belongs to. Scratch files of a model that can be loaded count as the
 * model's, since they are freed with it.
 *
 * @param underWay the build that is being got now, whose order may not be written down yet
 */
export function sortKept(
  records: readonly ModelRecord[],
  versions: readonly KeptVersion[],
  scratch: readonly ScratchFolder[],
  underWay: string | null = null,
): KeptOfModels {
  const isOf = (model: ModelRecord, { modelId, version }: KeptVersion): boolean =>
    model.id === modelId && model.version === version
  const made = new Set(records.filter((model) => model.made !== undefined).map(({ id }) => id))
  const models = records.map((model) => {
    const own = versions.filter((version) => isOf(model, version))
    return { model, bytes: bytesOf(own) + bytesOf(made.has(model.id) ? foldersOf(scratch, model.id) : []) }
  })

  const folders = scratch.filter(({ buildId }) => !made.has(buildId))
  const begun = new Set(
    folders.filter(({ hasOrder, buildId }) => hasOrder || buildId === underWay).map(({ buildId }) => buildId),
  )
  const loose = versions.filter((version) => !records.some((model) => isOf(model, version)))
  const isBegun = ({ modelId, hasManifest }: KeptVersion): boolean => begun.has(modelId) && !hasManifest
  return {
    models: models.filter(isThere),
    unfinished: pieces(
      loose.filter(isBegun),
      folders.filter(({ buildId }) => begun.has(buildId)),
    ),
    strays: pieces(
      loose.filter((version) => !isBegun(version)),
      folders.filter(({ buildId }) => !begun.has(buildId)),
    ),
  }
}

function pieces(versions: readonly KeptVersion[], folders: readonly ScratchFolder[]): readonly KeptPieces[] {
  const ids = new Set([...versions.map(({ modelId }) => modelId), ...folders.map(({ buildId }) => buildId)])
  return [...ids]
    .map((modelId) => {
      const own = versions.filter((version) => version.modelId === modelId)
      const scratch = foldersOf(folders, modelId)
      return { modelId, bytes: bytesOf(own) + bytesOf(scratch), versions: own, hasScratch: scratch.length > 0 }
    })
    .filter(isThere)
}

function foldersOf(folders: readonly ScratchFolder[], id: string): readonly ScratchFolder[] {
  return folders.filter(({ buildId }) => buildId === id)
}

function bytesOf(things: readonly { readonly bytes: number }[]): number {
  return things.reduce((sum, { bytes }) => sum + bytes, 0)
}

/** An empty folder frees nothing, so there is nothing to say of it. */
function isThere({ bytes }: { readonly bytes: number }): boolean {
  return bytes > 0
}

import type { ModelFile, ModelLibrary, ModelRecord } from '#domain/models/model-record.ts'

/**
 * WebLLM keeps model files in three named caches of the Cache API, keyed by absolute address.
 *
 * The addresses used here are keys and never resolve (`.invalid` is reserved for that, RFC 2606): what is kept does not
 * depend on where the app was opened from, and if WebLLM should ever miss a file its request cannot go anywhere.
 * Changing these keys makes every student fetch every model again.
 */
export const modelCaches = ['webllm/config', 'webllm/wasm', 'webllm/model'] as const
export type CacheName = (typeof modelCaches)[number]

export interface CacheKey {
  readonly cache: CacheName
  readonly url: string
}

/** The address under which WebLLM knows a model; the version is part of it. */
export function modelAddress({ id, version }: Pick<ModelRecord, 'id' | 'version'>): string {
  return `https://models.munjin.invalid/${id}/resolve/${version}/`
}

export function cacheKeyOf(model: ModelRecord, file: ModelFile | ModelLibrary): CacheKey {
  return { cache: cacheFor(file), url: modelAddress(model) + file.path }
}

function cacheFor(file: ModelFile | ModelLibrary): CacheName {
  return 'schedule' in file ? 'webllm/wasm' : cacheForKind(file.kind)
}

export function cacheForKind(kind: ModelFile['kind']): CacheName {
  return kind === 'config' ? 'webllm/config' : 'webllm/model'
}

/** Where the manifests of models that were made here lie, beside the caches that WebLLM reads. */
export const manifestCache = 'munjin/models'

export const manifestName = 'munjin-manifest.json'

/** The key of the manifest of a model that was made here. */
export function manifestUrl(model: Pick<ModelRecord, 'id' | 'version'>): string {
  return modelAddress(model) + manifestName
}

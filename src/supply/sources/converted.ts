import type { ByteSource } from '#converter/conversion-ports.ts'
import { manifestName } from '#converter/manifest.ts'
import type { BuiltManifest } from '#domain/models/built-model.ts'
import type { SupplyFailure } from '#domain/models/supply-failure.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { ConvertedFile } from './converted-listing.ts'
import { chatConfigName, readManifest, readTensorCache, tensorCacheName, tokenizerName } from './converted-listing.ts'
import type { ConvertedPlace } from './converted-place.ts'

/** A model that somebody has converted already, ready to be copied. Nothing of it is checked against its hashes yet. */
export interface ConvertedModel {
  /** Null for a folder that MLC's own tools made. */
  readonly manifest: BuiltManifest | null
  /** All files but the manifest itself. */
  readonly files: readonly ConvertedFile[]
  /** What was read on the way, whole: the manifest, or MLC's three documents. */
  readonly documents: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
  readonly source: ByteSource<SupplyFailure>
}

type Documents = Map<string, Uint8Array<ArrayBuffer>>

/** Finds out what a converted model consists of: by `munjin-manifest.json`, or else by MLC's own documents. */
export async function openConverted(
  place: ConvertedPlace,
  signal: AbortSignal,
): Promise<Result<ConvertedModel, SupplyFailure>> {
  const documents: Documents = new Map()
  const manifest = await place.manifest(signal)
  if (!manifest.ok) return manifest
  if (manifest.value !== null && !isPage(manifest.value)) {
    documents.set(manifestName, manifest.value)
    const read = readManifest(textOf(manifest.value))
    if (!read.ok) return fail({ kind: 'notConvertible', fault: read.failure })
    return opened(place, read.value.manifest, read.value.files, documents)
  }
  for (const name of [chatConfigName, tensorCacheName, tokenizerName]) {
    const read = await place.document(name, signal)
    if (!read.ok) return read
    documents.set(name, read.value)
  }
  const shards = readTensorCache(textOf(documents.get(tensorCacheName) ?? new Uint8Array(0)))
  if (!shards.ok) return fail({ kind: 'notConvertible', fault: shards.failure })
  const plain = [...documents].map(([name, { length }]): ConvertedFile => ({ name, bytes: length, hash: null }))
  return opened(place, null, [...shards.value, ...plain], documents)
}

function opened(
  place: ConvertedPlace,
  manifest: BuiltManifest | null,
  files: readonly ConvertedFile[],
  documents: Documents,
): Result<ConvertedModel, SupplyFailure> {
  const source = place.source(files)
  return source.ok ? succeed({ manifest, files, documents, source: source.value }) : source
}

/** Hosts of single-page apps answer every address with their page instead of saying that nothing is there. */
function isPage(bytes: Uint8Array): boolean {
  return textOf(bytes.subarray(0, 64)).trimStart().startsWith('<')
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

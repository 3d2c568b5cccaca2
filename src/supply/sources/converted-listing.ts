import { isCount, isObject } from '#converter/plain-json.ts'
import { manifestName } from '#converter/manifest.ts'
import type { BuiltManifest } from '#domain/models/built-model.ts'
import { parseManifest } from '#domain/models/built-model.ts'
import type { ConversionFault } from '#domain/models/conversion-fault.ts'
import { parseJson } from '#lib/json.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import { isSafeName } from './safe-name.ts'

export const chatConfigName = 'mlc-chat-config.json'
export const tensorCacheName = 'tensor-cache.json'
export const tokenizerName = 'tokenizer.json'

/** A file of a converted model, and the hash that somebody promised for it. */
export interface ConvertedFile {
  readonly name: string
  readonly bytes: number
  /** Lower-case hexadecimal; null where nobody promised one. MLC knows MD5 only, and for shards only. */
  readonly hash: { readonly algorithm: 'sha256' | 'md5'; readonly hex: string } | null
}

/** Reads `munjin-manifest.json`: the manifest, and its files, the ones that every model has among them. */
export function readManifest(
  text: string,
): Result<{ readonly manifest: BuiltManifest; readonly files: readonly ConvertedFile[] }, ConversionFault> {
  const json = parseJson(text)
  if (!json.ok) return fail({ kind: 'notJson', file: manifestName, detail: json.failure })
  const manifest = parseManifest(json.value)
  if (!manifest.ok) return unreadable(manifestName, manifest.failure, 'a manifest')
  const files = manifest.value.files.map(({ name, bytes, sha256 }): ConvertedFile => ({
    name,
    bytes,
    hash: { algorithm: 'sha256', hex: sha256 },
  }))
  const fault = nameFault(manifestName, 'files', files)
  if (fault !== null) return fail(fault)
  const missing = [chatConfigName, tensorCacheName, tokenizerName].find(
    (needed) => !files.some(({ name }) => name === needed),
  )
  return missing === undefined
    ? succeed({ manifest: manifest.value, files })
    : unreadable(manifestName, 'files', missing)
}

/** Reads the shards out of `tensor-cache.json`, MLC's list of them. */
export function readTensorCache(text: string): Result<readonly ConvertedFile[], ConversionFault> {
  const json = parseJson(text)
  if (!json.ok) return fail({ kind: 'notJson', file: tensorCacheName, detail: json.failure })
  const records = isObject(json.value) ? json.value['records'] : undefined
  if (!Array.isArray(records) || records.length === 0) return unreadable(tensorCacheName, 'records', 'a list of shards')
  const files: ConvertedFile[] = []
  for (const [index, record] of (records as readonly unknown[]).entries()) {
    const { dataPath: name, nbytes: bytes, md5sum } = isObject(record) ? record : {}
    const where = `records[${index}]`
    if (typeof name !== 'string') return unreadable(tensorCacheName, `${where}.dataPath`, 'the name of a file')
    if (!isCount(bytes)) return unreadable(tensorCacheName, `${where}.nbytes`, 'a size')
    const hasHash = typeof md5sum === 'string' && /^[0-9a-f]{32}$/i.test(md5sum)
    files.push({ name, bytes, hash: hasHash ? { algorithm: 'md5', hex: md5sum.toLowerCase() } : null })
  }
  const fault = nameFault(tensorCacheName, 'records', files)
  return fault === null ? succeed(files) : fail(fault)
}

/** Names come from outside and become addresses and files: they may not lead anywhere else, nor stand for two. */
function nameFault(file: string, where: string, files: readonly ConvertedFile[]): ConversionFault | null {
  const names = new Set<string>()
  for (const { name } of files) {
    if (!isSafeName(name) || names.has(name) || name === manifestName)
      return { kind: 'unreadable', file, where: `${where}: ${name}`, expected: 'plain names, each once' }
    names.add(name)
  }
  return null
}

function unreadable(file: string, where: string, expected: string): Result<never, ConversionFault> {
  return fail({ kind: 'unreadable', file, where, expected })
}

import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { NewHasher } from '#converter/conversion-ports.ts'
import { manifestName } from '#converter/manifest.ts'
import { isObject } from '#converter/plain-json.ts'
import type { BuiltManifest, BuiltModel } from '#domain/models/built-model.ts'
import { parseManifest } from '#domain/models/built-model.ts'
import { buildId } from '#domain/models/offer.ts'
import type { SupplyFailure } from '#domain/models/supply-failure.ts'
import { parseJson } from '#lib/json.ts'
import type { ConvertedFile } from '../sources/converted-listing.ts'
import { chatConfigName, tokenizerName } from '../sources/converted-listing.ts'
import type { SupplyOrder } from '../supply-port.ts'
import { checkTokens, shapeFault, shapeOfChatConfig } from './fits-offer.ts'
import { copyFile } from './copy-file.ts'
import type { GetNeeds, Report } from './get-needs.ts'
import { noteOrder } from './note-order.ts'
import type { Opened } from './open-source.ts'

type Converted = Extract<Opened, { kind: 'converted' }>

/**
 * Copies a model that is converted already: checks that the build's library runs it, then every file against its hash,
 * and puts the manifest last of all. A file that an earlier run had put is not read again.
 */
export async function copyModel(
  order: SupplyOrder,
  opened: Converted,
  needs: GetNeeds,
  report: Report,
  signal: AbortSignal,
): Promise<Result<BuiltModel, SupplyFailure>> {
  const fits = await checkFits(order, opened, signal)
  if (!fits.ok) return fits
  const version = await versionOf(opened, needs.newHasher)
  const finished = needs.finished(version)
  const totalBytes = opened.files.reduce((sum, { bytes }) => sum + bytes, 0)
  await noteOrder(needs.workbench, order.source, { parts: opened.files.length, totalBytes })
  report.stage('fetching')
  const copied: BuiltManifest['files'][number][] = []
  let doneBytes = 0
  for (const file of opened.files) {
    report.done(doneBytes, totalBytes)
    const sha256 = await copyFile(file, opened.source, { ...needs, finished }, signal)
    if (!sha256.ok) return sha256
    copied.push({ name: file.name, bytes: file.bytes, sha256: sha256.value })
    doneBytes += file.bytes
  }
  report.done(doneBytes, totalBytes)
  report.stage('finishing')
  const text = opened.manifest ?? plainManifest(order, version, copied)
  const bytes = new TextEncoder().encode(`${JSON.stringify(text, null, 1)}\n`)
  const content = { bytes: bytes.length, read: (at: number, length: number) => bytes.slice(at, at + length) }
  const hasher = await needs.newHasher('sha256')
  hasher.update(bytes)
  const put = await finished.put({ name: manifestName, bytes: bytes.length, sha256: hasher.hex() }, content)
  if (!put.ok) return put
  const manifest = parseManifest(text)
  if (!manifest.ok) return fail({ kind: 'unexpected', detail: manifest.failure })
  return succeed({ buildId: buildId(order.build), version, manifest: manifest.value })
}

/** Whether the build's library can run these weights: by the chat configuration and the tokenizer that lie with them. */
async function checkFits(
  { build }: SupplyOrder,
  opened: Converted,
  signal: AbortSignal,
): Promise<Result<void, SupplyFailure>> {
  const config = await documentOf(opened, chatConfigName, signal)
  if (!config.ok) return config
  const tokenizer = await documentOf(opened, tokenizerName, signal)
  if (!tokenizer.ok) return tokenizer
  const parsed = parseJson(new TextDecoder().decode(config.value))
  if (!parsed.ok || !isObject(parsed.value)) {
    const detail = parsed.ok ? 'no object' : parsed.failure
    return fail({ kind: 'notConvertible', fault: { kind: 'notJson', file: chatConfigName, detail } })
  }
  const { quantization, model_config: shape } = parsed.value
  if (quantization !== build.library.quantization) {
    const found = { field: 'quantization', expected: build.library.quantization, found: String(quantization) }
    return fail({ kind: 'notConvertible', fault: { kind: 'configField', file: chatConfigName, ...found } })
  }
  const fault =
    shapeFault(shapeOfChatConfig(shape), build.library.architecture, chatConfigName) ??
    checkTokens([{ name: tokenizerName, bytes: tokenizer.value }], build.offer.tokenizer)
  return fault === null ? succeed(undefined) : fail({ kind: 'notConvertible', fault })
}

async function documentOf(
  { documents, files, source }: Converted,
  name: string,
  signal: AbortSignal,
): Promise<Result<Uint8Array, SupplyFailure>> {
  const read = documents.get(name)
  if (read !== undefined) return succeed(read)
  const file = files.find((one) => one.name === name)
  if (file === undefined) return fail({ kind: 'notConvertible', fault: { kind: 'fileMissing', file: name } })
  return source.read(name, 0, file.bytes, signal)
}

/** The same files have the same address: by what their source promises of them. */
async function versionOf({ files, manifest }: Converted, newHasher: NewHasher): Promise<string> {
  if (manifest !== null) return manifest.fingerprint.slice(0, 16)
  const hasher = await newHasher('sha256')
  hasher.update(new TextEncoder().encode(JSON.stringify(files.map(promiseOf))))
  return hasher.hex().slice(0, 16)
}

function promiseOf({ name, bytes, hash }: ConvertedFile): readonly unknown[] {
  return [name, bytes, hash?.hex ?? null]
}

/** For a folder that MLC's own tools made, whose weights nobody can trace back. */
function plainManifest({ build }: SupplyOrder, version: string, files: BuiltManifest['files']): BuiltManifest {
  return {
    ...{ format: 'munjin-manifest', version: 1, model: build.offer.id, source: { files: [] } },
    ...{ quantization: build.library.quantization, files, converterVersion: 0, fingerprint: version },
  }
}

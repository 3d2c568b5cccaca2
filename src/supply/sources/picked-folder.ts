import { manifestName } from '#converter/manifest.ts'
import type { FolderMistake } from '#domain/models/supply-failure.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import { chatConfigName, tensorCacheName, tokenizerName } from './converted-listing.ts'
import type { NamedFile, ReadableFile } from './picked-files.ts'

/** `path` is a `webkitRelativePath`, a path below the picked folder, or the bare name of a file. */
export interface PathedFile {
  readonly path: string
  readonly file: ReadableFile
}

/** A model among picked files. Names are relative to the model's own folder. */
export interface PickedModel {
  readonly kind: 'safetensors' | 'converted'
  /** The folder that the model lies in, as the paths say it; empty for bare files. */
  readonly folder: string
  readonly files: readonly NamedFile[]
}

/**
 * Finds the one model among picked files, wherever in the folder it lies: published safetensors, or a model that is
 * converted already. Where both lie side by side, the converted one is taken, for it needs no work.
 */
export async function recogniseFolder(picked: readonly PathedFile[]): Promise<Result<PickedModel, FolderMistake>> {
  const files = picked.filter(({ path }) => !isLitter(path))
  if (files.length === 0) return fail({ kind: 'empty' })
  const folders = foldersOf(files)
  const models = [...folders].filter(([, inside]) => inside.some(({ name }) => isMark(name)))
  const outer = models.filter(([path]) => !models.some(([other]) => other !== path && isBelow(path, other)))
  const [first, ...others] = outer
  if (first === undefined) return fail(await whatElse(files))
  if (others.length > 0) return fail({ kind: 'severalModels', folders: outer.map(([path]) => path).sort() })
  return modelOf(...first)
}

/** What systems and tools leave in folders: `.DS_Store`, `.git`, `.cache`, `._model.safetensors`. */
function isLitter(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || part === 'Thumbs.db' || part === 'desktop.ini')
}

function foldersOf(files: readonly PathedFile[]): ReadonlyMap<string, NamedFile[]> {
  const folders = new Map<string, NamedFile[]>()
  for (const { path, file } of files) {
    const at = path.lastIndexOf('/')
    const folder = path.slice(0, Math.max(0, at))
    folders.set(folder, [...(folders.get(folder) ?? []), { name: path.slice(at + 1), file }])
  }
  return folders
}

function isBelow(path: string, other: string): boolean {
  return other === '' || path.startsWith(`${other}/`)
}

/** Only a model's folder has a file of such a name. */
function isMark(name: string): boolean {
  return isWeights(name) || isShard(name) || [manifestName, tensorCacheName, chatConfigName].includes(name)
}

/** `model.safetensors`, or `model-00001-of-00004.safetensors`; adapters and other parts have other names. */
function isWeights(name: string): boolean {
  return /^model[^/]*\.safetensors$/i.test(name)
}

function isShard(name: string): boolean {
  return /^params_shard_\d+\.bin$/.test(name)
}

function modelOf(folder: string, files: readonly NamedFile[]): Result<PickedModel, FolderMistake> {
  const has = (wanted: string): boolean => files.some(({ name }) => name === wanted)
  // A manifest names everything that it needs, and what is missing is named by whoever reads it.
  if (has(manifestName)) return succeed({ kind: 'converted', folder, files })
  const isConverted = has(tensorCacheName) && has(chatConfigName) && files.some(({ name }) => isShard(name))
  if (isConverted)
    return has(tokenizerName) ? succeed({ kind: 'converted', folder, files }) : fail({ kind: 'noTokenizer' })
  if (!files.some(({ name }) => isWeights(name)))
    return fail(has(chatConfigName) ? { kind: 'noWeights' } : { kind: 'noConfig' })
  if (!has('config.json')) return fail({ kind: 'noConfig' })
  return has(tokenizerName) ? succeed({ kind: 'safetensors', folder, files }) : fail({ kind: 'noTokenizer' })
}

/** What a folder without weights that can be read holds instead. */
async function whatElse(files: readonly PathedFile[]): Promise<FolderMistake> {
  for (const { path, file } of files) if (await isGguf(path, file)) return { kind: 'gguf', file: path }
  for (const { path, file } of files) if (await isPickle(path, file)) return { kind: 'pickle', file: path }
  return files.some(({ path }) => /(^|\/)config\.json$/.test(path)) ? { kind: 'noWeights' } : { kind: 'noConfig' }
}

async function isGguf(path: string, file: ReadableFile): Promise<boolean> {
  return /\.gguf$/i.test(path) || (/\.bin$/i.test(path) && (await firstFour(file)) === 'GGUF')
}

/** By name, or by the first bytes: a pickle of protocol 2 to 5, or the zip archive that PyTorch puts it into. */
async function isPickle(path: string, file: ReadableFile): Promise<boolean> {
  if (/(^|\/)pytorch_model[^/]*\.bin$|\.(pt|pth|ckpt|pkl|pickle)$/i.test(path)) return true
  // eslint-disable-next-line no-control-regex
  return /\.bin$/i.test(path) && /^(\u0080[\u0002-\u0005]|PK\u0003\u0004)/.test(await firstFour(file))
}

/** The first four bytes, one character each; nothing where the file cannot be read. */
async function firstFour(file: ReadableFile): Promise<string> {
  try {
    return String.fromCharCode(...new Uint8Array(await file.slice(0, 4).arrayBuffer()))
  } catch {
    return ''
  }
}

import type { ModelFile, ModelLibrary } from '#domain/models/model-record.ts'
import { EngineError } from '../engine-port.ts'
import { sha256Of } from './sha256.ts'

export type FetchBytes = (url: string, init: RequestInit) => Promise<Response>

/**
 * Brings one file whole and checks its SHA-256. A wrong file is asked for once more, past every HTTP cache, before it is
 * called damaged.
 *
 * @param onBytes how many bytes of this file have arrived; starts again at 0 for the second try.
 * @throws EngineError `offline`, `fileMissing`, `fileDamaged`
 */
export async function fetchFile(
  url: string,
  file: ModelFile | ModelLibrary,
  fetchBytes: FetchBytes,
  onBytes: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  for (const cache of ['no-cache', 'reload'] as const) {
    const bytes = await readBytes(
      url,
      file,
      { cache, credentials: 'omit', referrerPolicy: 'no-referrer' },
      fetchBytes,
      onBytes,
    )
    if (bytes !== null && (await sha256Of(bytes)) === file.sha256) return bytes
  }
  throw new EngineError({ kind: 'fileDamaged', file: file.path })
}

/** The bytes of the answer, or null when it is longer or shorter than the file should be. */
async function readBytes(
  url: string,
  file: ModelFile | ModelLibrary,
  init: RequestInit,
  fetchBytes: FetchBytes,
  onBytes: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer> | null> {
  let response: Response
  try {
    response = await fetchBytes(url, init)
  } catch {
    throw new EngineError({ kind: 'offline', file: file.path })
  }
  if (!response.ok || response.body === null) {
    throw new EngineError({ kind: 'fileMissing', file: file.path, status: response.status })
  }
  const bytes = new Uint8Array(file.bytes)
  let filled = 0
  const reader = response.body.getReader()
  for (;;) {
    const chunk = await reader.read().catch(() => {
      throw new EngineError({ kind: 'offline', file: file.path })
    })
    if (chunk.done) break
    if (filled + chunk.value.length > bytes.length) {
      await reader.cancel()
      return null
    }
    bytes.set(chunk.value, filled)
    filled += chunk.value.length
    onBytes(filled)
  }
  return filled === bytes.length ? bytes : null
}

import type { IHasher } from 'hash-wasm'
import { createMD5, createSHA256 } from 'hash-wasm'
import type { FileHasher, FileHashing, NewHasher } from '#converter/conversion-ports.ts'

/** Hashes that take their bytes piece by piece, which the browser's own cannot. */
export const wasmHasher: NewHasher = async (algorithm) => {
  const hasher = await (algorithm === 'sha256' ? createSHA256() : createMD5())
  hasher.init()
  return {
    update: (bytes) => void hasher.update(bytes),
    hex: () => hasher.digest('hex'),
  }
}

export const wasmFileHashing: FileHashing = {
  async begin() {
    return fileHasher((await createSHA256()).init())
  },
  async resume(saved) {
    const hasher = await createSHA256()
    try {
      return fileHasher(hasher.load(Uint8Array.from(atob(saved), (character) => character.charCodeAt(0))))
    } catch {
      // No base64, or not what this version of hash-wasm saves.
      return undefined
    }
  },
}

function fileHasher(hasher: IHasher): FileHasher {
  return {
    update: (bytes) => void hasher.update(bytes),
    hex: () => hasher.digest('hex'),
    save: () => btoa(String.fromCharCode(...hasher.save())),
  }
}

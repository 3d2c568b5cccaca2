import { createMD5, createSHA256 } from 'hash-wasm'
import type { NewHasher } from '#converter/conversion-ports.ts'

/** Hashes that take their bytes piece by piece, which the browser's own cannot. */
export const wasmHasher: NewHasher = async (algorithm) => {
  const hasher = await (algorithm === 'sha256' ? createSHA256() : createMD5())
  hasher.init()
  return {
    update: (bytes) => void hasher.update(bytes),
    hex: () => hasher.digest('hex'),
  }
}

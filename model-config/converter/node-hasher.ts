import { createHash } from 'node:crypto'
import type { NewHasher } from '#converter/conversion-ports.ts'

/** OpenSSL's digests. */
export const newNodeHasher: NewHasher = (algorithm) => {
  const hash = createHash(algorithm)
  return Promise.resolve({ update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') })
}

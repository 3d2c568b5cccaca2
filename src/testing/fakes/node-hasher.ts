import { createHash } from 'node:crypto'
import type { NewHasher } from '#converter/conversion-ports.ts'

export const newNodeHasher: NewHasher = (algorithm) => {
  const hash = createHash(algorithm)
  return Promise.resolve({ update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') })
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

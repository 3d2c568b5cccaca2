import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { shape8b } from './offers.ts'
import { randomCheckpoint } from './random-checkpoint.ts'

it('makes the bytes that the compiler’s own tests make of the same shape', () => {
  const hash = createHash('sha256')
  const sizes = { hiddenSize: 64, intermediateSize: 96, layers: 1, heads: 2, keyValueHeads: 1, headDim: 32 }
  for (const piece of randomCheckpoint({ ...shape8b, ...sizes, vocabularySize: 100 })) hash.update(piece)
  // test_tensor_cache.py demands the same.
  expect(hash.digest('hex')).toBe('3d29dc0b95f9228dd7cfa24a3f35290eff75f82147371a99b5b21788eb4d3fca')
})

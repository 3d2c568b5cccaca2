import { describe, expect, it } from 'vitest'
import { aLibrary, shape8b } from '#testing/builders/offers.ts'
import shipped from '../../../model-config/libraries.json' with { type: 'json' }
import type { OfferedQuantization } from './offer.ts'
import { cacheBufferBytes, cachedTokens, plannedBytes, workBytes } from './work-memory.ts'

/** What `model-config/compiler/library_file.py` reads out of the libraries that are shipped. */
const { libraries } = shipped

describe('the memory of work', () => {
  it.each(libraries)('is no less than what $id plans, and little more', ({ memory, ...library }) => {
    const planned = plannedBytes({ ...library, quantization: library.quantization as OfferedQuantization })
    expect(planned).toBeGreaterThanOrEqual(memory.working - 4)
    expect(planned).toBeLessThan(memory.working * 1.1)
  })

  it('stages the largest tensor once more', () => {
    const library = aLibrary(shape8b, 'q4f16_1', 256)
    expect(workBytes(library)).toBe(plannedBytes(library) + 256 * (80 * 128 * 2 + 2 * 32 * 4) + 311_164_928)
  })

  it('rounds the cache up to pages and adds one', () => {
    expect(cachedTokens(4096)).toBe(4112)
    expect(cachedTokens(4097)).toBe(4128)
    expect(cacheBufferBytes(aLibrary(shape8b, 'q4f32_1', 256), 16_384)).toBe(8192 * 16_400)
  })
})

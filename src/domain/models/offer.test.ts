import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { footprintOf } from './footprint.ts'
import { buildId, parseOffers } from './offer.ts'

function readConfig(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../model-config/${name}`, import.meta.url), 'utf8'))
}

const parsed = parseOffers(readConfig('offers.json'), readConfig('libraries.json'))
const offers = parsed.ok ? parsed.value : []

describe('the models that are offered', () => {
  it('are read from what is shipped', () => {
    expect(parsed).toMatchObject({ ok: true })
    expect(offers.map(({ id }) => id)).toEqual(['hari-q3-8b', 'qwen3-4b', 'qwen3-1.7b', 'qwen3-0.6b'])
  })

  it('each have a build for GPUs with and without f16, whose libraries fit their shape', () => {
    for (const offer of offers) {
      expect(offer.builds.map(({ quantization }) => quantization)).toEqual(['q4f16_1', 'q4f32_1'])
      for (const library of offer.builds) {
        expect(buildId({ offer, library })).toBe(`${offer.id}-${library.quantization}`)
        expect(footprintOf(library.architecture, library.quantization).sourceBytes).toBe(offer.parameters * 2)
      }
    }
  })

  it('are refused by the first field that is wrong', () => {
    expect(parseOffers({ format: 'munjin-offers', version: 1, offers: [{}] }, readConfig('libraries.json'))).toEqual({
      ok: false,
      failure: expect.stringContaining('offers.0.id') as string,
    })
    expect(parseOffers(readConfig('offers.json'), { format: 'munjin-libraries', version: 1, libraries: [] })).toEqual({
      ok: false,
      failure: 'offers: there is no library qwen3-8b-q4f16_1',
    })
  })
})

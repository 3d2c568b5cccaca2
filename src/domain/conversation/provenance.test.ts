import { describe, expect, it } from 'vitest'
import type { Provenance } from './provenance.ts'
import { provenanceFacts } from './provenance.ts'

const shipped: Provenance = {
  ...{ modelId: 'mini', modelVersion: '2', quantization: 'q4f32_1', schedule: 'gpu', librarySha256: 'ab' },
  ...{ contextWindow: 1024, thinking: true, thinkingBudget: null, maxTokens: 100, temperature: 0.6, topP: 0.95 },
}

const valueOf = (provenance: Provenance, wanted: string): string | undefined =>
  provenanceFacts(provenance).find(({ fact }) => fact === wanted)?.value

describe('provenanceFacts', () => {
  it('names model, build, library and settings', () => {
    expect(valueOf(shipped, 'model')).toBe('mini 2')
    expect(valueOf(shipped, 'library')).toBe('ab')
    expect(valueOf(shipped, 'sampling')).toBe('temperature 0.6, top-p 0.95')
    expect(valueOf(shipped, 'repository')).toBeUndefined()
  })

  it('names the source of a model that was made here, as far as it is known', () => {
    const source = { repository: 'snuh/hari-q3-8b', revision: 'c0ffee', fingerprint: 'f00' }
    expect(valueOf({ ...shipped, source }, 'revision')).toBe('c0ffee')
    const fromFolder = { ...shipped, source: { ...source, repository: null, revision: null } }
    expect(provenanceFacts(fromFolder).map(({ fact }) => fact)).not.toContain('repository')
    expect(valueOf(fromFolder, 'fingerprint')).toBe('f00')
  })
})

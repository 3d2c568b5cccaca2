import { describe, expect, it } from 'vitest'
import { smallerWindow } from './ladder.ts'

const model = { contextWindow: { presets: [2048, 16_384, 4096], default: 4096 } }

describe('smallerWindow', () => {
  it('is the longest that is shorter than the one that failed', () => {
    expect(smallerWindow(model, 16_384, { kind: 'outOfMemory' })).toBe(4096)
    expect(smallerWindow(model, 4096, { kind: 'deviceLost' })).toBe(2048)
    expect(smallerWindow(model, 3000, { kind: 'workerDied' })).toBe(2048)
  })

  it('is none at the lowest rung', () => {
    expect(smallerWindow(model, 2048, { kind: 'outOfMemory' })).toBeNull()
  })

  it('is none where memory was not the matter', () => {
    expect(smallerWindow(model, 4096, { kind: 'offline', file: 'a' })).toBeNull()
    expect(smallerWindow(model, 4096, { kind: 'takenOver' })).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { instant } from '#lib/time.ts'
import { experienced } from '#testing/builders/machines.ts'
import { experienceOf, lessonsOf } from './load-experience.ts'
import { nothingLearnt, settleAttempt, withAttempt, withExperience } from './machine-memory.ts'

describe('what a start teaches', () => {
  it.each([
    [{ kind: 'ready' }, false, 'ready'],
    [{ kind: 'failed', failure: { kind: 'outOfMemory' } }, false, 'outOfMemory'],
    [{ kind: 'failed', failure: { kind: 'deviceLost' } }, false, 'crashed'],
    [{ kind: 'failed', failure: { kind: 'workerDied' } }, false, 'crashed'],
    [{ kind: 'failed', failure: { kind: 'offline', file: 'a' } }, false, null],
    [{ kind: 'idle' }, true, 'crashed'],
    [{ kind: 'idle' }, false, null],
    [{ kind: 'loading' }, true, null],
  ] as const)('is read from %o', (status, lastStartFailed, outcome) => {
    const found = experienceOf({ status, lastStartFailed }, 5, instant(1))
    expect(found).toEqual(outcome === null ? null : { totalBytes: 5, outcome, at: 1 })
  })
})

describe('lessons', () => {
  it('are the extremes', () => {
    const lessons = lessonsOf(experienced(['ready', 3], ['ready', 2], ['outOfMemory', 8], ['outOfMemory', 7]))
    expect(lessons).toMatchObject({ provenBytes: 3, outOfMemory: { totalBytes: 7 }, crashed: null })
  })

  it('are taken back by what came later', () => {
    expect(lessonsOf(experienced(['outOfMemory', 5], ['crashed', 6], ['ready', 6]))).toEqual({
      provenBytes: 6,
      outOfMemory: null,
      crashed: null,
    })
    expect(lessonsOf(experienced(['ready', 6], ['outOfMemory', 5]))).toMatchObject({ provenBytes: 0 })
    expect(lessonsOf(experienced(['ready', 4], ['outOfMemory', 5]))).toMatchObject({ provenBytes: 4 })
  })
})

describe('the memory of a machine', () => {
  it('turns an attempt that the guard saw end badly into a crash, and forgets any other', () => {
    const before = withAttempt(nothingLearnt, 5, instant(1))
    expect(settleAttempt(before, true)).toEqual({
      ...nothingLearnt,
      experience: [{ totalBytes: 5, outcome: 'crashed', at: 1 }],
    })
    expect(settleAttempt(before, false)).toEqual(nothingLearnt)
    expect(settleAttempt(nothingLearnt, true)).toEqual(nothingLearnt)
  })

  it('keeps the newest twenty starts', () => {
    const starts = experienced(...Array.from({ length: 25 }, (_, index) => ['ready', index] as const))
    const memory = starts.reduce(withExperience, nothingLearnt)
    expect(memory.experience).toEqual(starts.slice(5))
    expect(withExperience(memory, null).experience).toHaveLength(20)
  })
})

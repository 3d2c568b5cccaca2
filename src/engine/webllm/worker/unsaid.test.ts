import { describe, expect, it } from 'vitest'
import { unsaid } from './unsaid.ts'

describe('what a stream held back', () => {
  it.each([
    ['급성 심', '급성 심근', '근'],
    ['급성 심', '급성 심', ''],
    ['급성 심', '급성 심\uFFFD', ''],
    ['급성 ', '급성 심\uFFFD\uFFFD', '심'],
    ['other', '급성', ''],
  ])('of %j and %j is %j', (said, message, rest) => {
    expect(unsaid(said, message)).toBe(rest)
  })
})

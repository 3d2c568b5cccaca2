import { describe, expect, it } from 'vitest'
import { instant } from '#lib/time.ts'
import { parseContentRange, unsatisfiedTotal } from './content-range.ts'
import { retryAfterSeconds } from './retry-after.ts'
import { encodePath, isSafeName, isSafePath } from './safe-name.ts'

describe('Retry-After', () => {
  const now = instant(Date.UTC(2026, 1, 2, 3, 4, 5, 500))

  it.each([
    ['120', 120],
    [' 0 ', 0],
    ['Mon, 02 Feb 2026 03:04:35 GMT', 30],
    ['Mon, 02 Feb 2026 03:00:00 GMT', 0],
    ['Monday, 02-Feb-26 03:04:35 GMT', 30],
    ['', null],
    ['soon', null],
    ['-5', null],
    ['1.5', null],
    ['99999999999', null],
  ])('%o asks for %o seconds', (header, seconds) => {
    expect(retryAfterSeconds(header, now)).toBe(seconds)
  })

  it('says nothing where there is none', () => {
    expect(retryAfterSeconds(null, now)).toBeNull()
  })
})

describe('Content-Range', () => {
  it.each([
    ['bytes 0-0/1', { begin: 0, end: 1, total: 1 }],
    ['Bytes 5-9/*', { begin: 5, end: 10, total: null }],
    ['bytes 9-5/20', null],
    ['bytes */20', null],
    ['bytes 0-4/x', null],
    ['items 0-4/5', null],
    ['bytes 0-9999999999999999/5', null],
  ])('%o is read as %o', (header, range) => {
    expect(parseContentRange(header)).toEqual(range)
  })

  it('tells the length of a file without the range', () => {
    expect(unsatisfiedTotal('bytes */20')).toBe(20)
    expect(unsatisfiedTotal('bytes 0-1/20')).toBeNull()
    expect(unsatisfiedTotal(null)).toBeNull()
  })
})

describe('a path from outside', () => {
  it.each(['model.safetensors', 'a/b/c.json', '모델/무게.bin', 'a..b', '.gitattributes', 'with space #?%'])(
    'may be %o',
    (path) => {
      expect(isSafePath(path)).toBe(true)
    },
  )

  it.each(['', '/a', 'a/', 'a//b', '..', 'a/../b', './a', 'a\\b', 'C:/a', 'a\u0000b', 'a\nb', 'x'.repeat(2000)])(
    'may not be %o',
    (path) => {
      expect(isSafePath(path)).toBe(false)
    },
  )

  it('is encoded part by part, and a name has one part', () => {
    expect(encodePath('a b/c#d?e%f')).toBe('a%20b/c%23d%3Fe%25f')
    expect(isSafeName('a')).toBe(true)
    expect(isSafeName('a/b')).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { formatBytes, formatCompact, formatDay, formatDuration } from './format.ts'

describe('numbers as people say them', () => {
  it.each([
    [0, '0바이트', '0 byte'],
    [999, '999바이트', '999 byte'],
    [5_300_000, '5.3MB', '5.3 MB'],
    [4_607_731_712, '4.6GB', '4.6 GB'],
  ])('%i bytes', (bytes, ko, en) => {
    expect([formatBytes(bytes, 'ko'), formatBytes(bytes, 'en')]).toEqual([ko, en])
  })

  it.each([
    [480, '0.48초', '0.48 secs'],
    [59_600, '1분', '1 min'],
    [65_000, '1분 5초', '1 min 5 secs'],
  ])('%i milliseconds', (milliseconds, ko, en) => {
    expect([formatDuration(milliseconds, 'ko'), formatDuration(milliseconds, 'en')]).toEqual([ko, en])
  })

  it('a number of parameters', () => {
    expect([formatCompact(3_837_120, 'ko'), formatCompact(3_837_120, 'en')]).toEqual(['384만', '3.8 million'])
  })

  it('a day, whatever the time zone of the machine', () => {
    const day = Date.UTC(2026, 2, 5)
    expect([formatDay(day, 'ko'), formatDay(day, 'en')]).toEqual(['3월 5일', '5 Mar'])
  })
})

import { describe, expect, it } from 'vitest'
import { instant } from '#lib/time.ts'
import { addBytes, bytesPerSecond, secondsLeft, startRate } from './transfer-rate.ts'

const at = (seconds: number) => instant(1_770_000_000_000 + seconds * 1000)

describe('the speed of a transfer', () => {
  it('is not known before a second has passed', () => {
    const rate = addBytes(startRate(at(0)), at(0.5), 1000)
    expect(bytesPerSecond(rate, at(0.9))).toBeNull()
    expect(secondsLeft(rate, at(0.9), 5000)).toBeNull()
    expect(bytesPerSecond(rate, at(2))).toBe(500)
  })

  it('is the mean of the last fifteen seconds', () => {
    let rate = startRate(at(0))
    for (let second = 1; second <= 60; second += 1) rate = addBytes(rate, at(second), second <= 45 ? 100 : 900)
    expect(bytesPerSecond(rate, at(60))).toBe(900)
    expect(secondsLeft(rate, at(60), 9000)).toBe(10)
  })

  it('falls to nothing while nothing arrives', () => {
    const rate = addBytes(startRate(at(0)), at(1), 1500)
    expect(bytesPerSecond(rate, at(15))).toBe(100)
    expect(bytesPerSecond(rate, at(17))).toBe(0)
    expect(secondsLeft(rate, at(17), 100)).toBeNull()
    expect(secondsLeft(rate, at(17), 0)).toBe(0)
  })

  it('stays small however many pieces come', () => {
    let rate = startRate(at(0))
    for (let piece = 0; piece < 20_000; piece += 1) rate = addBytes(rate, at(piece / 1000), 10)
    expect(rate.steps.length).toBeLessThan(35)
    const speed = bytesPerSecond(rate, at(20))
    expect(speed).toBeGreaterThan(9500)
    expect(speed).toBeLessThan(10_500)
  })
})

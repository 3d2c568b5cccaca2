/** Bounds of a share, both in [0, 1]. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * The 95 % interval of a share of successes. Wilson (1927): centre (p + z²/2n) / (1 + z²/n), half-width
 * z · √(p(1 − p)/n + z²/4n²) / (1 + z²/n), z = 1.96. Unlike p ± 1.96·√(p(1 − p)/n) it holds for a handful of items.
 * `n` is at least 1.
 */
export function wilsonInterval(successes: number, n: number): Interval {
  const z = 1.96
  const share = successes / n
  const scale = 1 + z ** 2 / n
  const centre = (share + z ** 2 / (2 * n)) / scale
  const halfWidth = (z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))) / scale
  return { low: Math.max(0, centre - halfWidth), high: Math.min(1, centre + halfWidth) }
}

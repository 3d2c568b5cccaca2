import { neededFor } from './pass-verdict.ts'

/** A subject of an examination: how many items it asks, and how a student did on items of this subject so far. */
export interface SubjectEvidence {
  readonly items: number
  readonly right: number
  readonly answered: number
}

/**
 * The probability that a student passes an examination of these subjects, if its questions are like those answered so far.
 *
 * Ability in a subject has the Beta posterior of its answers under Jeffreys' prior, Beta(1/2, 1/2); the right answers on the
 * examination then follow the beta-binomial law, independently by subject. Summed over all results that reach the share of the
 * total and of every subject. `total` and `perSubject` are shares in [0, 1].
 */
export function passProbability(
  subjects: readonly SubjectEvidence[],
  { total, perSubject }: { readonly total: number; readonly perSubject: number | null },
): number {
  const items = subjects.reduce((sum, subject) => sum + subject.items, 0)
  let reached: readonly number[] = [1]
  for (const subject of subjects) {
    const law = betaBinomial(subject.items, subject.right + 0.5, subject.answered - subject.right + 0.5)
    const needed = neededFor(perSubject ?? 0, subject.items)
    reached = convolve(
      reached,
      law.map((probability, right) => (right < needed ? 0 : probability)),
    )
  }
  return reached.slice(neededFor(total, items)).reduce((sum, probability) => sum + probability, 0)
}

/**
 * The probability that someone who knows each item with probability `ability` reaches a share of `items`: the binomial upper
 * tail.
 */
export function passProbabilityAt(ability: number, items: number, share: number): number {
  const needed = neededFor(share, items)
  let sum = 0
  for (let right = needed; right <= items; right += 1) sum += Math.exp(logBinomial(items, right, ability))
  return sum
}

/** P(k right of n) for k = 0..n, with a Beta(a, b) ability. */
function betaBinomial(n: number, a: number, b: number): readonly number[] {
  return Array.from({ length: n + 1 }, (_, k) => Math.exp(logChoose(n, k) + logBeta(k + a, n - k + b) - logBeta(a, b)))
}

function convolve(left: readonly number[], right: readonly number[]): readonly number[] {
  const sums = new Array<number>(left.length + right.length - 1).fill(0)
  left.forEach((p, i) => {
    if (p === 0) return
    right.forEach((q, j) => {
      sums[i + j] = (sums[i + j] ?? 0) + p * q
    })
  })
  return sums
}

function logBinomial(n: number, k: number, p: number): number {
  if (p <= 0) return k === 0 ? 0 : -Infinity
  if (p >= 1) return k === n ? 0 : -Infinity
  return logChoose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p)
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b)
}

/** ln Γ(x) for x > 0, by Stirling's series after the recurrence has brought x above 10; the error is below 1e-12. */
function logGamma(x: number): number {
  let shift = 0
  let at = x
  while (at < 10) {
    shift -= Math.log(at)
    at += 1
  }
  const square = 1 / (at * at)
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / at
  return shift + (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series
}

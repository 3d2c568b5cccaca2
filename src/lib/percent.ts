/** A share in [0, 1] in whole hundredths, as it is said: more digits would promise more than a few answers can hold. */
export function percent(share: number): number {
  return Math.round(share * 100)
}

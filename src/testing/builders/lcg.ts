/** The 16-bit numbers that `model-config/vectors` draws too: state * 1664525 + 1013904223 mod 2^32, upper half. */
export function openLcg(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state >>> 16
  }
}

/** bf16 bits of a weight of the vectors' matrices. */
export function matrixBits(x: number): number {
  return (x & 0x8000) | ((113 + ((x >>> 7) & 7)) << 7) | (x & 0x7f)
}

/** bf16 bits of a weight of their norms. */
export function normBits(x: number): number {
  return 0x3f80 | (x & 0x7f)
}

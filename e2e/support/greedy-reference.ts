import reference from '../fixtures/greedy-reference.json' with { type: 'json' }

/**
 * What the reference implementation says, greedily, with the shipped 4-bit weights to every item of the sample bank.
 * Made by `python -m mini.reference` in `model-config`.
 */
export interface ReferenceAnswer {
  readonly id: string
  readonly language: string
  readonly answer: string
  readonly user: string
  readonly prompt: string
  /** Without the token that stopped it. */
  readonly tokens: readonly number[]
  readonly text: string
  readonly finish: string
  readonly predicted: string | null
}

export const referenceAnswers: readonly ReferenceAnswer[] = reference.items

/** Every n-th answer, alternating over languages and question kinds as the bank does. */
export function someReferenceAnswers(count: number): readonly ReferenceAnswer[] {
  const step = referenceAnswers.length / count
  return Array.from({ length: count }, (_, index) => referenceAnswers[Math.floor(index * step)]).filter(
    (answer) => answer !== undefined,
  )
}

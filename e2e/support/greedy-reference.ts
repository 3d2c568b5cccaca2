import reference from '../fixtures/greedy-reference.json' with { type: 'json' }

/**
 * What the reference implementation says, greedily, with the shipped 4-bit weights to every item of the sample bank.
 * Made by `python -m mini.reference` in `model-config`.
 */
export interface ReferenceAnswer {
  readonly id: string
  readonly language: string
  /** What is asked for: diagnosis, test and so on. */
  readonly kind: string
  readonly answer: string
  readonly user: string
  readonly prompt: string
  /** Without the token that stopped it. */
  readonly tokens: readonly number[]
  readonly text: string
  readonly finish: string
  readonly predicted: string | null
  /** Smallest lead in logits of a chosen token over the runner-up; where it is tiny, adapters may rightly differ. */
  readonly margin: number
}

export const referenceAnswers: readonly ReferenceAnswer[] = reference.items

/**
 * Answers of every language and kind in turn, the shortest first, so that a software GPU is done with them in minutes.
 * Only those whose every token leads clearly: engines differ by about 1e-4 of the largest logit, which is about 24.
 */
export function someReferenceAnswers(count: number): readonly ReferenceAnswer[] {
  const clear = referenceAnswers.filter(({ margin }) => margin > 0.05)
  const taken = new Map<string, number>()
  return clear
    .toSorted((a, b) => a.tokens.length - b.tokens.length)
    .map((answer) => {
      const group = `${answer.language} ${answer.kind}`
      const round = taken.get(group) ?? 0
      taken.set(group, round + 1)
      return { answer, round }
    })
    .toSorted((a, b) => a.round - b.round)
    .slice(0, count)
    .map(({ answer }) => answer)
}

import { percent } from '#lib/percent.ts'
import type { Translate } from './translator.ts'

/** How many answers were right of how many, with the interval of their share; null where there are none. */
export interface CountedShare {
  readonly tally: { readonly right: number; readonly answered: number }
  readonly interval: { readonly low: number; readonly high: number } | null
}

export interface RowName {
  readonly key: string
  readonly name: string
}

/** A share as the row of a table: in [0, 1] to be drawn, and in the words of its cells. */
export interface ShareRow extends RowName {
  readonly share: number
  readonly low: number
  readonly high: number
  readonly mark: number | null
  readonly cells: readonly string[]
}

/** A share of right answers, with the counts and the interval beside it; nothing where nothing was answered. */
export function shareRow(t: Translate, name: RowName, { tally, interval }: CountedShare): readonly ShareRow[] {
  if (interval === null) return []
  const share = tally.right / tally.answered
  const { low, high } = interval
  const words = { share: percent(share), low: percent(low), high: percent(high) }
  return [
    { ...name, share, low, high, mark: null, cells: [t('progress.counts', tally), t('progress.interval', words)] },
  ]
}

/** The same with what the share is held against. */
export function markedShareRow(t: Translate, name: RowName, counted: CountedShare, mark: number): readonly ShareRow[] {
  const markCell = t('progress.percentOf', { share: percent(mark) })
  return shareRow(t, name, counted).map((row) => ({ ...row, mark, cells: [...row.cells, markCell] }))
}

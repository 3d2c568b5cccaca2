import type { CountedShare, ShareRow } from './share-row.ts'
import { markedShareRow } from './share-row.ts'
import type { Translate } from './translator.ts'

/** What came of one word of confidence. */
export interface SaidAndRight extends CountedShare {
  readonly confidence: 'guess' | 'unsure' | 'mostly' | 'certain'
  /** The share that the word stands for. */
  readonly meant: number
  readonly verdict: 'overconfident' | 'underconfident' | 'unclear'
}

/** How often each word of confidence was right, held against what it stands for. */
export function calibrationRows(t: Translate, points: readonly SaidAndRight[]): readonly ShareRow[] {
  return points.flatMap((point) => {
    const { confidence, meant } = point
    return markedShareRow(t, { key: confidence, name: t(`quiz.confidence.${confidence}`) }, point, meant)
  })
}

/** Whether a student is as sure as they should be, in sentences. Only what the intervals tell is said. */
export function calibrationVerdicts(t: Translate, points: readonly SaidAndRight[]): readonly string[] {
  const told = points.flatMap(({ confidence, verdict }) =>
    verdict === 'unclear' ? [] : [t(`progress.calibration.${verdict}`, { word: t(`quiz.confidence.${confidence}`) })],
  )
  return told.length === 0 ? [t('progress.calibration.unclear')] : told
}

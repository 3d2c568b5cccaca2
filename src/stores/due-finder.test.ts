import { describe, expect, it } from 'vitest'
import type { Settings } from '#domain/settings/settings.ts'
import { defaultSettings } from '#domain/settings/settings.ts'
import { manualClock } from '#testing/builders/manual-clock.ts'
import { answersOn, greenwich, noonOf } from '#testing/builders/memory.ts'
import { aBank, aQuestion } from '#testing/builders/questions.ts'
import { memoryShelf } from '#testing/fakes/quiz-needs.ts'
import { openDueFinder } from './due-finder.ts'
import { openMemoryFold } from './memory-fold.ts'
import { openSettings } from './settings.ts'

async function aFinder(day: number) {
  const settings = await openSettings(memoryShelf<Settings>(), defaultSettings('en'))
  const clock = manualClock({ now: noonOf(day) })
  return openDueFinder({ fold: openMemoryFold(greenwich), settings, clock, zone: greenwich })
}

const wrong = { correct: false, choice: 'B' } as const
const bank = aBank(['q1', 'q2', 'q3'].map((id) => aQuestion({ id, objective: id === 'q3' ? '' : 'the same' })))

describe('what is due of a bank', () => {
  it('is what the schedule would ask today, and nothing that was never answered', async () => {
    const find = await aFinder(10)
    expect(find(bank, answersOn([8, wrong], [8, { questionId: 'q3' }], [8, { bankId: 'other' }]))).toEqual(
      new Set(['q1']),
    )
  })

  it('leaves siblings for another day, as the review does', async () => {
    const find = await aFinder(10)
    const due = find(
      bank,
      answersOn([0, wrong], [0, { ...wrong, questionId: 'q2' }], [0, { ...wrong, questionId: 'q3' }]),
    )
    expect(due).toEqual(new Set(['q1', 'q3']))
  })
})

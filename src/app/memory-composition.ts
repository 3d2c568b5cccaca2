import { browserClock } from '#platform/browser-clock.ts'
import { browserZone } from '#platform/browser-zone.ts'
import type { MemoryStore } from '#stores/memory.ts'
import { openMemory } from '#stores/memory.ts'
import type { Composition } from './composition.ts'
import { foldLog } from './schedule-composition.ts'

let composed: MemoryStore | null = null

/** The one store of what is remembered; made when it is first asked for, since the schedule is not needed before. */
export function memoryOf({ quiz, settings, bankLibrary, readSampleBank }: Composition): MemoryStore {
  composed ??= openMemory({
    ...{ quiz: quiz.state, settings, library: bankLibrary, clock: browserClock, zone: browserZone, fold: foldLog },
    openQuiz: () => quiz.open(),
    loadBank: readSampleBank,
    writeDiary: (attemptId, cause, lesson) => quiz.writeDiary(attemptId, cause, lesson),
    startReview: (items) => {
      quiz.startReview(items)
      window.location.hash = '#/quiz'
    },
  })
  return composed
}

import type { QuestionBank } from '#domain/question-bank/question.ts'
import { browserClock } from '#platform/browser-clock.ts'
import { browserZone } from '#platform/browser-zone.ts'
import { openDueFinder } from '#stores/due-finder.ts'
import { openMemoryFold } from '#stores/memory-fold.ts'
import type { StudentEvent } from '#stores/quiz-state.ts'
import type { SettingsStore } from '#stores/settings.ts'

/** The log is folded once for all that ask what is remembered. */
export const foldLog = openMemoryFold(browserZone)

/** The questions of a bank that are due today. Comes with the schedule, which a first visit does not need. */
export function dueIn(
  settings: SettingsStore,
  bank: QuestionBank,
  events: readonly StudentEvent[],
): ReadonlySet<string> {
  return openDueFinder({ fold: foldLog, settings, clock: browserClock, zone: browserZone })(bank, events)
}

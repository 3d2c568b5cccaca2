import type { MemoryFold } from '#domain/memory/fold-memories.ts'
import { foldMore, startFold } from '#domain/memory/fold-memories.ts'
import type { Zone } from '#lib/local-day.ts'
import type { StudentEvent } from './quiz-state.ts'

/** Folds a log from its beginning. */
export type LogFold = (events: readonly StudentEvent[], desiredRetention: number) => MemoryFold

/** Folds a log that grows: what was folded before is not folded again, unless the log is another one or the rule has changed. */
export function openMemoryFold(zone: Zone): LogFold {
  let done: { readonly fold: MemoryFold; readonly events: readonly StudentEvent[]; readonly retention: number } | null =
    null
  return (events, desiredRetention) => {
    const isContinued =
      done?.retention === desiredRetention && done.events.every((event, index) => event === events[index])
    const from = isContinued && done !== null ? done : { fold: startFold({ desiredRetention, zone }), events: [] }
    const fold = foldMore(from.fold, events.slice(from.events.length))
    done = { fold, events, retention: desiredRetention }
    return fold
  }
}

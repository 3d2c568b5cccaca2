import type { Milliseconds } from '#lib/time.ts'
import { questionKey } from '../quiz/question-states.ts'
import type { RecallGrade } from '../quiz/recall-grade.ts'
import { recallGrade } from '../quiz/recall-grade.ts'
import type { Attempt, ReviewEvent } from '../quiz/review-event.ts'
import type { Zone } from '#lib/local-day.ts'
import { localDay } from '#lib/local-day.ts'
import type { Memories, Memory, Review } from './memory.ts'
import type { Scheduler } from './scheduler.ts'
import { openScheduler } from './scheduler.ts'

/** How memory is scheduled. */
export interface MemoryRules {
  /** The share of due questions that should still be known. */
  readonly desiredRetention: number
  readonly zone: Zone
}

/** A log as far as it was folded. The fields besides `memories` are what the next event needs. */
export interface MemoryFold {
  readonly memories: Memories
  readonly scheduler: Scheduler
  readonly zone: Zone
  /** How long the last answers took. */
  readonly took: readonly Milliseconds[]
  /** The question of every attempt, by the attempt's id. */
  readonly keys: ReadonlyMap<string, string>
  /** The grades that the student set, by the attempt's id. */
  readonly changed: ReadonlyMap<string, RecallGrade>
}

/** How many of the last answers make a student's usual time, and how many there must be. */
const usualOf = 50
const usualFrom = 5

export function startFold({ desiredRetention, zone }: MemoryRules): MemoryFold {
  const scheduler = openScheduler(desiredRetention)
  return { memories: new Map(), scheduler, zone, took: [], keys: new Map(), changed: new Map() }
}

/**
 * Folds more of the log, in the order in which it was written. The same log gives the same memories, on every machine and in
 * whatever pieces it is folded. A grade that the student set changes the question it is about, from that review on.
 */
export function foldMore(fold: MemoryFold, events: readonly ReviewEvent[]): MemoryFold {
  const { scheduler, zone } = fold
  const memories = new Map(fold.memories)
  const keys = new Map(fold.keys)
  const changed = new Map(fold.changed)
  let { took } = fold
  for (const event of events) {
    if (event.kind === 'attempt' && !keys.has(event.id)) {
      const key = questionKey(event.bankId, event.questionId)
      const own = changed.get(event.id)
      const grade = own ?? recallGrade(event, usualTime(took))
      const looked = { attempt: event, grade, isChanged: own !== undefined }
      memories.set(key, reviewed(memories.get(key) ?? null, looked, { scheduler, zone }))
      keys.set(event.id, key)
      took = [...took, event.tookMs].slice(-usualOf)
    }
    if (event.kind === 'regrade') {
      changed.set(event.attemptId, event.grade)
      const key = keys.get(event.attemptId)
      const memory = key === undefined ? undefined : memories.get(key)
      const again = memory === undefined ? null : regraded(memory, event.attemptId, event.grade, { scheduler, zone })
      if (key !== undefined && again !== null) memories.set(key, again)
    }
  }
  return { memories, scheduler, zone, took, keys, changed }
}

export function foldMemories(events: readonly ReviewEvent[], rules: MemoryRules): Memories {
  return foldMore(startFold(rules), events).memories
}

type Ways = Pick<MemoryFold, 'scheduler' | 'zone'>

/**
 * A memory after one more look at the question. On one day only the first answer counts, since after it the key was known; but
 * whoever then forgets it within the day has not learnt it, and that counts once.
 */
function reviewed(
  before: Memory | null,
  looked: { readonly attempt: Attempt; readonly grade: RecallGrade; readonly isChanged: boolean },
  { scheduler, zone }: Ways,
): Memory {
  const { attempt, grade } = looked
  const on = localDay(attempt.at, zone)
  const learnt = before?.learnt ?? null
  const expected = learnt !== null && on > learnt.on ? scheduler.recall(learnt, on) : null
  const review: Review = { ...looked, on, expected }
  const wasForgotten = before?.reviews.some((one) => one.on === on && one.grade === 'again') ?? false
  const isRepeated = learnt?.on === on && (grade !== 'again' || wasForgotten)
  return {
    bankId: attempt.bankId,
    questionId: attempt.questionId,
    learnt: learnt !== null && isRepeated ? learnt : scheduler.review(learnt, on, grade),
    reviews: [...(before?.reviews ?? []), review],
  }
}

function regraded(memory: Memory, attemptId: string, grade: RecallGrade, ways: Ways): Memory | null {
  return memory.reviews.reduce<Memory | null>((before, { attempt, grade: old, isChanged }) => {
    const isIt = attempt.id === attemptId
    return reviewed(before, { attempt, grade: isIt ? grade : old, isChanged: isIt || isChanged }, ways)
  }, null)
}

/** The median of the last times; null while there are too few. */
function usualTime(took: readonly Milliseconds[]): Milliseconds | null {
  if (took.length < usualFrom) return null
  return took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)] ?? null
}

import type { Question } from '../question-bank/question.ts'
import type { LocalDay } from '#lib/local-day.ts'
import type { Memories, Memory } from './memory.ts'
import { isLeech } from './memory.ts'

/** A question that is to be looked at again. */
export interface Due {
  readonly memory: Memory
  readonly question: Question
  /** The last answer was wrong, and said with certainty: nothing is more worth looking at again. */
  readonly wasWrongAndCertain: boolean
  readonly isLeech: boolean
}

/** Gives the question of a memory, or nothing where its bank is gone. */
export type FindQuestion = (memory: Memory) => Question | undefined

/**
 * The questions that are due on a day, the most pressing first. Of siblings, which give each other's answer away, one is asked a
 * day: where one was answered today the others are buried until tomorrow, and elsewhere only the first is taken.
 */
export function dueQuestions(memories: Memories, today: LocalDay, find: FindQuestion): readonly Due[] {
  const known = knownQuestions(memories, find)
  const familyOf = families(known)
  const asked = new Set(known.filter(({ memory }) => memory.reviews.at(-1)?.on === today).map(familyOf))
  return byPressure(known.filter(({ memory }) => memory.learnt.dueOn <= today)).filter((one) => {
    const family = familyOf(one)
    if (asked.has(family)) return false
    asked.add(family)
    return true
  })
}

/** The questions that were last answered wrong, due or not, the most pressing first. */
export function missedQuestions(memories: Memories, find: FindQuestion): readonly Due[] {
  return byPressure(knownQuestions(memories, find)).filter(({ memory }) => !memory.reviews.at(-1)?.attempt.correct)
}

function knownQuestions(memories: Memories, find: FindQuestion): readonly Known[] {
  return [...memories.values()].flatMap((memory) => {
    const question = find(memory)
    return question === undefined ? [] : [{ memory, question }]
  })
}

/** What was last answered wrong with certainty comes first, then what has been due the longest. */
function byPressure(known: readonly Known[]): readonly Due[] {
  return known
    .map(({ memory, question }) => {
      const last = memory.reviews.at(-1)?.attempt
      const wasWrongAndCertain = last !== undefined && !last.correct && last.confidence === 'certain'
      return { memory, question, wasWrongAndCertain, isLeech: isLeech(memory) }
    })
    .sort(
      (a, b) =>
        Number(b.wasWrongAndCertain) - Number(a.wasWrongAndCertain) ||
        a.memory.learnt.dueOn - b.memory.learnt.dueOn ||
        (a.question.id < b.question.id ? -1 : 1),
    )
}

interface Known {
  readonly memory: Memory
  readonly question: Question
}

/** What many questions have in common is a topic of a bank, and gives nothing away. */
const mostSiblings = 6

/** Questions of one group, or that teach the same, are siblings. */
function families(known: readonly Known[]): (one: Known) => string {
  const taught = new Map<string, number>()
  for (const one of known) taught.set(objectiveOf(one), (taught.get(objectiveOf(one)) ?? 0) + 1)
  return (one) => {
    const { bankId, questionId } = one.memory
    const { group, objective } = one.question
    if (group !== null) return `${bankId}/group/${group.id}`
    const isShared = objective !== '' && (taught.get(objectiveOf(one)) ?? 0) <= mostSiblings
    return isShared ? `${bankId}/objective/${objective}` : `${bankId}/question/${questionId}`
  }
}

function objectiveOf({ memory, question }: Known): string {
  return `${memory.bankId}/${question.objective}`
}

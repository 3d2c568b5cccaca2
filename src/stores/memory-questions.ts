import { parseBank } from '#domain/question-bank/parse-bank.ts'
import type { Question, QuestionBank } from '#domain/question-bank/question.ts'
import { questionKey } from '#domain/quiz/question-states.ts'
import type { BankLibrary } from './bank-library.ts'

/** Where questions come from, whatever bank they are of. */
export interface MemoryQuestionsNeeds {
  readonly library: Pick<BankLibrary, 'list' | 'read'>
  /** The file of the bank that comes with the app, parsed as JSON. */
  readonly loadBank: () => Promise<unknown>
}

export interface MemoryQuestions {
  /** By `questionKey`. */
  readonly byKey: ReadonlyMap<string, Question>
  /** How many banks could not be read. */
  readonly unread: number
}

/**
 * Reads the questions of some banks. A bank that was read once is not read again while it is kept; the name of a copy changes with
 * its questions.
 */
export function openMemoryQuestions({ library, loadBank }: MemoryQuestionsNeeds) {
  let known: ReadonlyMap<string, QuestionBank> = new Map()
  let builtIn: QuestionBank | null = null

  async function readBuiltIn(): Promise<QuestionBank | null> {
    const parsed = parseBank(await loadBank().catch(() => null))
    return parsed.ok ? parsed.value : null
  }

  return async (bankIds: ReadonlySet<string>): Promise<MemoryQuestions> => {
    builtIn ??= await readBuiltIn()
    const listed = await library.list()
    const heads = listed.ok ? listed.value.heads.filter(({ id }) => bankIds.has(id)) : []
    const kept = new Map<string, QuestionBank>()
    for (const { key } of heads) {
      const before = known.get(key)
      const read = before === undefined ? await library.read(key) : { ok: true as const, value: before }
      if (read.ok) kept.set(key, read.value)
    }
    known = kept
    const banks = [...(builtIn === null ? [] : [builtIn]), ...kept.values()]
    return {
      byKey: new Map(
        banks.flatMap(({ id, questions }) => questions.map((question) => [questionKey(id, question.id), question])),
      ),
      unread: heads.length - kept.size + (builtIn === null ? 1 : 0) + (listed.ok ? 0 : 1),
    }
  }
}

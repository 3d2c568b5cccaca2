import type { BankHead, BankPart } from '#domain/question-bank/kept-bank.ts'
import { partCount, partName, questionsInPart } from '#domain/question-bank/kept-bank.ts'
import type { Question, QuestionBank } from '#domain/question-bank/question.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import { elapsed } from '#lib/time.ts'
import type { Clock } from '#platform/clock-port.ts'
import type { IdSource } from '#platform/ids-port.ts'
import type { Shelf, StorageFailure } from '#storage/archive-port.ts'

export interface BankLibraryNeeds {
  readonly heads: Shelf<BankHead>
  readonly parts: Shelf<BankPart>
  readonly ids: IdSource
  readonly clock: Clock
}

/** Gives some of a new bank's questions, from a place on. */
export type QuestionSource<F> = (from: number, count: number) => Promise<Result<readonly Question[], F>>

/** A bank that is to be kept, its questions aside. */
export type NewBank = Pick<
  BankHead,
  'id' | 'title' | 'licence' | 'author' | 'createdAt' | 'notice' | 'fileName' | 'count'
>

/**
 * The banks on a student's disk. A bank's head says that it is being written before its first part is, and that it is whole after the
 * last one: whenever the page goes, a bank is there whole or not at all, and the one it replaces is there until then.
 */
export interface BankLibrary {
  /** Every bank, newest first. What was left half-way long ago is swept away first. */
  list(): Promise<Result<KeptBanks, StorageFailure>>
  /** A bank with all its questions. One that is gone, or lacks a part, is damage. */
  read(key: string): Promise<Result<QuestionBank, StorageFailure>>
  /** The same of whatever copy of a bank is kept now. */
  readById(id: string): Promise<Result<QuestionBank, StorageFailure>>
  /** Keeps a bank in place of one with the same id. Gives what is kept now. */
  write<F>(bank: NewBank, source: QuestionSource<F>): Promise<Result<BankHead, StorageFailure | F>>
  /** Takes a bank out of the list; its questions stay for an hour at least, so that `restore` can bring it back. */
  remove(head: BankHead): Promise<Result<void, StorageFailure>>
  restore(head: BankHead): Promise<Result<void, StorageFailure>>
}

export interface KeptBanks {
  readonly heads: readonly BankHead[]
  readonly unreadable: number
}

/** In milliseconds. Another tab may still be writing, or about to undo, what is younger. */
const longAgo = 3_600_000

export function openBankLibrary({ heads, parts, ids, clock }: BankLibraryNeeds): BankLibrary {
  async function turn(head: BankHead, state: BankHead['state']): Promise<Result<void, StorageFailure>> {
    return heads.write(head.key, { ...head, state, since: clock.now() })
  }

  async function sweep(head: BankHead): Promise<void> {
    for (let index = 0; index < partCount(head); index += 1) {
      const removed = await parts.remove(partName(head, index))
      if (!removed.ok) return
    }
    await heads.remove(head.key)
  }

  async function writeParts<F>(head: BankHead, source: QuestionSource<F>): Promise<Result<void, StorageFailure | F>> {
    for (let index = 0; index < partCount(head); index += 1) {
      const questions = await source(index * questionsInPart, questionsInPart)
      if (!questions.ok) return questions
      const written = await parts.write(partName(head, index), { bankId: head.id, questions: questions.value })
      if (!written.ok) return written
    }
    return succeed(undefined)
  }

  async function listWhole(): Promise<Result<KeptBanks, StorageFailure>> {
    const all = await heads.readAll()
    if (!all.ok) return all
    const known = all.value.records.map(({ value }) => value)
    const whole = known.filter(({ state }) => state === 'whole').sort((a, b) => b.importedAt - a.importedAt)
    const newest = whole.filter(({ id }, index) => whole.findIndex((other) => other.id === id) === index)
    return succeed({ heads: newest, unreadable: all.value.unreadable.length })
  }

  async function readCopy(key: string): Promise<Result<QuestionBank, StorageFailure>> {
    const found = await heads.read(key)
    if (!found.ok) return found
    const head = found.value
    if (head === undefined) return fail({ kind: 'damaged', detail: key })
    const questions: Question[] = []
    for (let index = 0; index < partCount(head); index += 1) {
      const part = await parts.read(partName(head, index))
      if (!part.ok) return part
      if (part.value === undefined) return fail({ kind: 'damaged', detail: `${head.id}: part ${index + 1}` })
      questions.push(...part.value.questions)
    }
    const { id, title, licence, author, createdAt, notice } = head
    return succeed({ id, title, licence, author, createdAt, notice, questions })
  }

  return {
    async list() {
      const all = await heads.readAll()
      const now = clock.now()
      const left = all.ok ? all.value.records.map(({ value }) => value) : []
      for (const head of left) if (head.state !== 'whole' && elapsed(head.since, now) > longAgo) await sweep(head)
      return listWhole()
    },

    read: readCopy,

    async readById(id) {
      const listed = await listWhole()
      if (!listed.ok) return listed
      const head = listed.value.heads.find((one) => one.id === id)
      return head === undefined ? fail({ kind: 'damaged', detail: id }) : readCopy(head.key)
    },

    async write(bank, source) {
      const before = await listWhole()
      if (!before.ok) return before
      const now = clock.now()
      const head: BankHead = { ...bank, key: ids(), state: 'writing', since: now, importedAt: now }
      const begun = await heads.write(head.key, head)
      const filled = begun.ok ? await writeParts(head, source) : begun
      const ended = filled.ok ? await turn(head, 'whole') : filled
      if (!ended.ok) {
        await sweep(head)
        return ended
      }
      for (const other of before.value.heads) if (other.id === bank.id) await turn(other, 'removed')
      return succeed({ ...head, state: 'whole' })
    },

    remove: (head) => turn(head, 'removed'),
    restore: (head) => turn(head, 'whole'),
  }
}

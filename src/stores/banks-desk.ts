import { createStore } from 'zustand/vanilla'
import { newBankOf } from '#domain/importing/new-bank.ts'
import type { Zone } from '#lib/local-day.ts'
import type { BankHead } from '#domain/question-bank/kept-bank.ts'
import { parseBank } from '#domain/question-bank/parse-bank.ts'
import type { QuestionForm } from '#domain/question-bank/question-form.ts'
import type { Question, QuestionBank } from '#domain/question-bank/question.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Clock } from '#platform/clock-port.ts'
import type { IdSource } from '#platform/ids-port.ts'
import type { StorageFailure } from '#storage/archive-port.ts'
import type { BankLibrary } from './bank-library.ts'
import type { ReadonlyStore } from './readonly-store.ts'

/** Why a bank cannot be read. `notABank`: the one that comes with the app did not come. */
export type BankReadFailure = StorageFailure | { readonly kind: 'notABank' }

/** Why a bank was left as it is. `changedElsewhere`: another window has changed or removed it since it was opened. */
export type BankKeepFailure = StorageFailure | { readonly kind: 'changedElsewhere' }

/**
 * The bank that lies open. A head that is null is the bank that comes with the app, which nobody changes; one that is not whole yet is
 * a new bank, which is kept with its first question.
 */
export type DeskState =
  | { readonly kind: 'closed' }
  | { readonly kind: 'reading'; readonly head: BankHead | null }
  | { readonly kind: 'failed'; readonly head: BankHead | null; readonly failure: BankReadFailure }
  | OpenDesk

export interface OpenDesk {
  readonly kind: 'open'
  readonly head: BankHead | null
  readonly bank: QuestionBank
  /** The question that is being written; it waits here while its writer looks at another screen. */
  readonly draft: QuestionDraft | null
  readonly keeping: { readonly kind: 'idle' | 'going' } | { readonly kind: 'failed'; readonly failure: BankKeepFailure }
}

export interface QuestionDraft {
  /** As it was when it was taken up. */
  readonly start: QuestionForm
  readonly form: QuestionForm
}

export interface BankDeskNeeds {
  readonly library: Pick<BankLibrary, 'list' | 'read' | 'write'>
  /** The file of the bank that comes with the app. */
  readonly readBuiltIn: () => Promise<unknown>
  /** For banks and questions that are new. */
  readonly ids: IdSource
  readonly clock: Clock
  readonly zone: Zone
  /** A bank was kept anew. */
  readonly onKept: (head: BankHead) => void
}

/** Where one bank is looked through, and its questions are written. */
export interface BankDesk {
  readonly state: ReadonlyStore<DeskState>
  read(head: BankHead | null): Promise<Result<QuestionBank, BankReadFailure>>
  open(head: BankHead | null): Promise<void>
  /** Lays a bank without questions open, of which nothing is kept yet. */
  openNew(title: string): void
  close(): void
  /** An id for a question that is written. */
  newId(): string
  /** Takes a question up to write it, in place of one that was being written. */
  take(form: QuestionForm): void
  change(form: QuestionForm): void
  /** Lets go of what is being written. */
  discard(): void
  /** Keeps a question in the place of the one with its id, or behind the last one; says whether that went well. */
  keep(question: Question): Promise<boolean>
}

export function openBankDesk({ library, readBuiltIn, ids, clock, zone, onKept }: BankDeskNeeds): BankDesk {
  const state = createStore<DeskState>(() => ({ kind: 'closed' }))
  /** Which opening is the last one: what an earlier one reads comes too late. */
  let visit = 0

  async function readOwn(): Promise<Result<QuestionBank, BankReadFailure>> {
    try {
      const parsed = parseBank(await readBuiltIn())
      return parsed.ok ? parsed : fail({ kind: 'notABank' })
    } catch {
      return fail({ kind: 'notABank' })
    }
  }

  const read: BankDesk['read'] = (head) => (head === null ? readOwn() : library.read(head.key))

  function amend(parts: Partial<Omit<OpenDesk, 'kind'>>): void {
    const now = state.getState()
    if (now.kind === 'open') state.setState({ ...now, ...parts }, true)
  }

  /** A bank is written whole beside the one that it replaces, which is there until that is done. */
  async function write(head: BankHead, questions: readonly Question[]): Promise<Result<BankHead, BankKeepFailure>> {
    const listed = await library.list()
    if (!listed.ok) return listed
    const isThere = listed.value.heads.some(({ key }) => key === head.key)
    if (head.state === 'whole' && !isThere) return fail({ kind: 'changedElsewhere' })
    const { id, title, licence, author, createdAt, notice, fileName } = head
    return library.write(
      { id, title, licence, author, createdAt, notice, fileName, count: questions.length },
      (from, count) => Promise.resolve(succeed(questions.slice(from, from + count))),
    )
  }

  return {
    state,
    read,
    async open(head) {
      visit += 1
      const mine = visit
      state.setState({ kind: 'reading', head }, true)
      const bank = await read(head)
      if (mine !== visit) return
      state.setState(
        bank.ok
          ? { kind: 'open', head, bank: bank.value, draft: null, keeping: { kind: 'idle' } }
          : { kind: 'failed', head, failure: bank.failure },
        true,
      )
    },

    openNew(title) {
      visit += 1
      const now = clock.now()
      const names = { title: title.trim(), author: '', licence: '' }
      const bank = newBankOf({ names, about: null, fileName: '', count: 0, now, zone, id: ids() })
      const head: BankHead = { ...bank, key: ids(), state: 'writing', since: now, importedAt: now }
      state.setState(
        { kind: 'open', head, bank: { ...bank, questions: [] }, draft: null, keeping: { kind: 'idle' } },
        true,
      )
    },

    close() {
      visit += 1
      state.setState({ kind: 'closed' }, true)
    },

    newId: ids,

    async keep(question) {
      const before = state.getState()
      if (before.kind !== 'open' || before.head === null || before.keeping.kind === 'going') return false
      const mine = visit
      const questions = withQuestion(before.bank.questions, question)
      amend({ keeping: { kind: 'going' } })
      const written = await write(before.head, questions)
      if (written.ok) onKept(written.value)
      if (mine !== visit) return written.ok
      if (written.ok) {
        amend({ head: written.value, bank: { ...before.bank, questions }, draft: null, keeping: { kind: 'idle' } })
      } else amend({ keeping: { kind: 'failed', failure: written.failure } })
      return written.ok
    },

    take: (form) => amend({ draft: { start: form, form }, keeping: { kind: 'idle' } }),

    change(form) {
      const now = state.getState()
      if (now.kind === 'open' && now.draft !== null) amend({ draft: { ...now.draft, form } })
    },

    discard: () => amend({ draft: null, keeping: { kind: 'idle' } }),
  }
}

function withQuestion(questions: readonly Question[], question: Question): readonly Question[] {
  const place = questions.findIndex(({ id }) => id === question.id)
  return place < 0 ? [...questions, question] : questions.with(place, question)
}

export const selectDesk = (state: DeskState): DeskState => state

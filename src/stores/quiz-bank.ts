import type { BankState, QuizSources } from './quiz-sources.ts'
import { readBank } from './quiz-sources.ts'

/** The bank that is practised with. A kept one is followed by its id: whatever copy of it is kept now is the bank. */
export interface QuizBank {
  /** Reads the bank. It is shown once that has ended, and whatever else is read `meanwhile`. */
  read(meanwhile?: Promise<void>): Promise<void>
  /** Turns to a kept bank, or to the one that comes with the app, and reads it unless none was asked for yet. */
  use(id: string | null): Promise<void>
  /** A bank was kept anew. Where it is the one at hand it is read again, and shown as it was until then. */
  follow(id: string): Promise<void>
}

export function openQuizBank(sources: QuizSources, onChange: (bank: BankState) => void): QuizBank {
  let id: string | null = null
  let bank: BankState = { kind: 'absent' }
  /** Which reading is the last one: what an earlier one brings comes too late. */
  let visit = 0

  function show(next: BankState): void {
    bank = next
    onChange(next)
  }

  async function bring(meanwhile?: Promise<void>): Promise<void> {
    visit += 1
    const mine = visit
    const [found] = await Promise.all([readBank(sources, id), meanwhile])
    if (mine === visit) show(found)
  }

  async function read(meanwhile?: Promise<void>): Promise<void> {
    show({ kind: 'loading' })
    await bring(meanwhile)
  }

  return {
    read,
    async use(next) {
      const isOther = next !== id
      id = next
      if (bank.kind === 'absent') return
      if (isOther) await read()
      else if (next !== null) await bring()
    },
    async follow(changed) {
      if (changed === id && bank.kind !== 'absent') await bring()
    },
  }
}

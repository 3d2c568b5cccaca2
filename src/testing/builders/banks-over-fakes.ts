import type { BankHead, BankPart } from '#domain/question-bank/kept-bank.ts'
import { instant } from '#lib/time.ts'
import { openMemoryShelf } from '#storage/memory/memory-shelf.ts'
import { bankHeadSchema, bankPartSchema } from '#storage/schemas/bank.ts'
import { openBankLibrary } from '#stores/bank-library.ts'
import { openBankDesk } from '#stores/banks-desk.ts'
import { openBanks } from '#stores/banks.ts'
import { importingHere } from '../fakes/importing-here.ts'
import { manualClock } from './manual-clock.ts'
import { seoul } from './memory.ts'
import { aBankFile } from './questions.ts'

/** Banks over the real readers, on disks in memory, with every fake in reach. */
export function banksOverFakes() {
  const clock = manualClock({ now: instant(1_000) })
  const heads = openMemoryShelf<BankHead>(bankHeadSchema, clock)
  const parts = openMemoryShelf<BankPart>(bankPartSchema, clock)
  let count = 0
  const ids = () => `key${(count += 1)}`
  const importing = importingHere()
  const kept: BankHead[] = []
  const library = openBankLibrary({ heads, parts, clock, ids })
  const banks = openBanks({ library, importing, clock, ids, zone: seoul, onKept: (head) => kept.push(head) })
  const desk = openBankDesk({
    ...{ library, ids, clock, zone: seoul },
    readBuiltIn: () => Promise.resolve(aBankFile()),
    onKept: () => void banks.refresh(),
  })
  return { banks, desk, library, heads, parts, importing, clock, kept }
}

/** A table of questions as a file; the last row of `faulty` ones has no key. */
export function aTableFile({ good = 3, faulty = 0 }: { readonly good?: number; readonly faulty?: number } = {}): Blob {
  const rows = Array.from({ length: good }, (_, index) => `What is number ${index + 1}?,gout,sepsis,shock,B`)
  const bad = Array.from({ length: faulty }, (_, index) => `What is missing ${index + 1}?,gout,sepsis,shock,`)
  return new Blob([['question,A,B,C,answer', ...rows, ...bad].join('\n')])
}

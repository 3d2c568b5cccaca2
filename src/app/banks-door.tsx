import { BanksScreen } from '#features/banks/banks-screen.tsx'
import type { Composition } from './composition.ts'
import { banksOf } from './banks-composition.ts'

/** The banks screen with what it needs beyond the first visit. */
export function BanksDoor({ stores }: { readonly stores: Composition }) {
  return (
    <BanksScreen
      {...banksOf(stores)}
      onSolve={(head) => {
        void stores.quiz.useBank(head?.id ?? null)
        window.location.hash = '#/quiz'
      }}
    />
  )
}

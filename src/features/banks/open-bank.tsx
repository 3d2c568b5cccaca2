import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { BankHead } from '#domain/question-bank/kept-bank.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { BankDesk, DeskState } from '#stores/banks-desk.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { Waiting } from '#ui/waiting.tsx'
import { OpenQuestions } from './open-questions.tsx'

export interface OpenBankProps {
  readonly desk: BankDesk
  readonly state: Exclude<DeskState, { readonly kind: 'closed' }>
  readonly onSolve: (bank: BankHead | null) => void
}

/** One bank, lying open. */
export function OpenBank({ desk, state, onSolve }: OpenBankProps) {
  const { t, language } = useTranslate()
  const name = state.head?.title[language] ?? t('quiz.start.builtIn')
  const ways = (
    <>
      <WayBack onBack={() => desk.close()} />
      {state.head?.state !== 'writing' && (
        <Button size="small" aria-label={t('banks.list.solveThing', { name })} onClick={() => onSolve(state.head)}>
          {t('banks.list.solve')}
        </Button>
      )}
    </>
  )
  if (state.kind === 'open') return <OpenQuestions {...{ name, ways, desk, state }} />
  return (
    <Page wide title={name} actions={ways}>
      {state.kind === 'reading' ? (
        <Waiting label={t('banks.browse.reading')} />
      ) : (
        <Notice tone="wrong" live>
          {t('banks.browse.failed')}
        </Notice>
      )}
    </Page>
  )
}

function WayBack({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslate()
  const back = useRef<HTMLButtonElement>(null)
  // What was pressed to come here is gone; the keyboard goes on from the way back.
  useEffect(() => back.current?.focus(), [])
  return (
    <Button ref={back} size="small" icon={<ArrowLeft />} onClick={onBack}>
      {t('banks.browse.back')}
    </Button>
  )
}

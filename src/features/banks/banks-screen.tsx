import { useEffect } from 'react'
import type { BankHead } from '#domain/question-bank/kept-bank.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Banks } from '#stores/banks.ts'
import { selectBankList, selectBankTrouble, selectImporting, selectRemovedBank } from '#stores/banks-state.ts'
import { useSelected } from '#stores/readonly-store.ts'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { UndoBar } from '#ui/undo-bar.tsx'
import { BankListSection } from './bank-list-section.tsx'
import { BringSection } from './bring-section.tsx'
import { ImportPreviewSection } from './import-preview-section.tsx'

export interface BanksScreenProps {
  readonly banks: Banks
  /** Turns to practising with a bank; null is the one that comes with the app. */
  readonly onSolve: (bank: BankHead | null) => void
}

/** The question banks on this machine, and the way in for another one. */
export function BanksScreen({ banks, onSolve }: BanksScreenProps) {
  const { t, language } = useTranslate()
  const importing = useSelected(banks.state, selectImporting)
  const list = useSelected(banks.state, selectBankList)
  const removed = useSelected(banks.state, selectRemovedBank)
  const trouble = useSelected(banks.state, selectBankTrouble)
  useEffect(() => {
    void banks.open()
  }, [banks])
  return (
    <Page title={t('banks.title')} lead={t('banks.lead')}>
      {importing.kind === 'preview' ? (
        <ImportPreviewSection key={importing.fileName} banks={banks} state={importing} />
      ) : (
        <>
          <BringSection banks={banks} importing={importing} onSolve={onSolve} />
          {trouble !== null && (
            <Notice tone="wrong" live>
              {t('banks.list.notRemoved')}
            </Notice>
          )}
          <BankListSection list={list} onSolve={onSolve} onRemove={(head) => void banks.remove(head)} />
        </>
      )}
      {removed !== null && (
        <UndoBar
          message={t('banks.list.removed', { name: removed.title[language] })}
          undoLabel={t('banks.list.undo')}
          onUndo={() => void banks.undoRemove()}
          dismissLabel={t('banks.list.dismiss')}
          onDismiss={() => banks.forgetRemoved()}
        />
      )}
    </Page>
  )
}

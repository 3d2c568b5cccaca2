import { useEffect } from 'react'
import type { BankHead } from '#domain/question-bank/kept-bank.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { BankDesk } from '#stores/banks-desk.ts'
import { selectDesk } from '#stores/banks-desk.ts'
import type { Banks } from '#stores/banks.ts'
import { selectBankList, selectBankTrouble, selectImporting, selectRemovedBank } from '#stores/banks-state.ts'
import { useSelected } from '#stores/readonly-store.ts'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { UndoBar } from '#ui/undo-bar.tsx'
import { useFocusWhenChanged } from '#ui/use-focus-when-changed.ts'
import { BankListSection } from './bank-list-section.tsx'
import { BringSection } from './bring-section.tsx'
import { ImportPreviewSection } from './import-preview-section.tsx'
import { OpenBank } from './open-bank.tsx'

export interface BanksScreenProps {
  readonly banks: Banks
  readonly desk: BankDesk
  /** Turns to practising with a bank; null is the one that comes with the app. */
  readonly onSolve: (bank: BankHead | null) => void
}

/** The question banks on this machine, and the way in for another one. */
export function BanksScreen({ banks, desk, onSolve }: BanksScreenProps) {
  const { t, language } = useTranslate()
  const open = useSelected(desk.state, selectDesk)
  const importing = useSelected(banks.state, selectImporting)
  const list = useSelected(banks.state, selectBankList)
  const removed = useSelected(banks.state, selectRemovedBank)
  const trouble = useSelected(banks.state, selectBankTrouble)
  const importHeading = useFocusWhenChanged<HTMLHeadingElement>(importing.kind)
  const listHeading = useFocusWhenChanged<HTMLHeadingElement>(removed)
  useEffect(() => {
    void banks.open()
  }, [banks])
  if (open.kind !== 'closed') return <OpenBank desk={desk} state={open} onSolve={onSolve} />
  return (
    <Page title={t('banks.title')} lead={t('banks.lead')}>
      {importing.kind === 'preview' ? (
        <ImportPreviewSection key={importing.fileName} banks={banks} state={importing} headingRef={importHeading} />
      ) : (
        <>
          <BringSection banks={banks} importing={importing} onSolve={onSolve} headingRef={importHeading} />
          {trouble !== null && (
            <Notice tone="wrong" live>
              {t('banks.list.notRemoved')}
            </Notice>
          )}
          <BankListSection
            {...{ list, desk, onSolve }}
            onRemove={(head) => void banks.remove(head)}
            onRetry={() => void banks.open()}
            headingRef={listHeading}
          />
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

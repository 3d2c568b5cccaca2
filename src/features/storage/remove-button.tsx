import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { useTranslate } from '#i18n/translator.ts'

export interface RemoveButtonProps {
  readonly label: string
  /** Says also what is removed, for those who hear the button without its line. */
  readonly spoken: string
  readonly question: string
  readonly disabled: boolean
  readonly onRemove: () => void
  readonly children: ReactNode
}

/** Removes something after asking; what is said between the two is inside. */
export function RemoveButton({ label, spoken, question, disabled, onRemove, children }: RemoveButtonProps) {
  const { t } = useTranslate()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button size="small" aria-label={spoken} disabled={disabled} onClick={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={question}
        confirmLabel={label}
        closeLabel={t('common.cancel')}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          onRemove()
        }}
      >
        {children}
      </ConfirmDialog>
    </>
  )
}

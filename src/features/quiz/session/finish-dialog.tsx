import { useTranslate } from '#i18n/translator.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'

export interface FinishDialogProps {
  readonly open: boolean
  readonly unanswered: number
  readonly onClose: () => void
  readonly onFinish: () => void
}

/** Reminds of what is not answered before a session ends. */
export function FinishDialog({ open, unanswered, onClose, onFinish }: FinishDialogProps) {
  const { t } = useTranslate()
  return (
    <Dialog
      open={open}
      title={t('quiz.finish.title')}
      closeLabel={t('common.close')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" onClick={onFinish}>
            {t('quiz.finish.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('quiz.finish.unanswered', { count: unanswered })}</p>
    </Dialog>
  )
}

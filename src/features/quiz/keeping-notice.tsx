import { useTranslate } from '#i18n/translator.ts'
import type { Quiz } from '#stores/quiz.ts'
import { selectKeeping } from '#stores/quiz-state.ts'
import { useSelected } from '#stores/readonly-store.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { storageWords } from './quiz-words.ts'

/** Says that answers are not being kept, as long as that is so. */
export function KeepingNotice({ quiz }: { readonly quiz: Quiz }) {
  const { t } = useTranslate()
  const keeping = useSelected(quiz.state, selectKeeping)
  if (keeping.kind === 'kept') return null
  return (
    <Notice
      tone="wrong"
      live
      title={t('quiz.storage.title')}
      actions={<Button onClick={() => quiz.keepAgain()}>{t('quiz.storage.again')}</Button>}
    >
      {t(storageWords[keeping.failure.kind])}
    </Notice>
  )
}

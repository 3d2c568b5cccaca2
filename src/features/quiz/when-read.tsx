import { useTranslate } from '#i18n/translator.ts'
import type { Reading } from '#stores/reading.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Waiting } from '#ui/waiting.tsx'
import type { ReactNode } from 'react'

export interface WhenReadProps<T> {
  readonly reading: Reading<T>
  /** What is said while it is on its way, and where it did not come. */
  readonly loading: string
  readonly failed: string
  readonly onRetry: () => void
  readonly render: (value: T) => ReactNode
}

/** What needs a file that comes with the app, once that is there. */
export function WhenRead<T>({ reading, loading, failed, onRetry, render }: WhenReadProps<T>) {
  const { t } = useTranslate()
  switch (reading.kind) {
    case 'absent':
    case 'loading':
      return <Waiting label={loading} />
    case 'failed':
      return (
        <Notice tone="wrong" live title={failed} actions={<Button onClick={onRetry}>{t('common.retry')}</Button>}>
          <code>{reading.detail}</code>
        </Notice>
      )
    case 'ready':
      return render(reading.value)
  }
}

import type { ReactNode } from 'react'
import { Component } from 'react'
import { useTranslate } from '#i18n/translator.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'

/** The last net under a screen: says that it failed, that what was kept is safe, and what to do. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null }

  static getDerivedStateFromError(error: Error): { readonly error: Error } {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    return <Crash detail={error.message} onRetry={() => this.setState({ error: null })} />
  }
}

function Crash({ detail, onRetry }: { readonly detail: string; readonly onRetry: () => void }) {
  const { t } = useTranslate()
  return (
    <Notice
      tone="wrong"
      title={t('app.crash.title')}
      live
      actions={
        <>
          <Button variant="primary" onClick={onRetry}>
            {t('common.retry')}
          </Button>
          <Button onClick={() => location.reload()}>{t('app.crash.reload')}</Button>
        </>
      }
    >
      <p>{t('app.crash.body')}</p>
      <p>{t('app.crash.details', { detail })}</p>
    </Notice>
  )
}

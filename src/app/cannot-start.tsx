import { useTranslate } from '#i18n/translator.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'

/** Stands in place of the whole app. `insecure`: the browser withholds what the app is made of from this address. */
export type StartFailure = { readonly kind: 'insecure' } | { readonly kind: 'failed'; readonly detail: string }

export function CannotStart({ failure }: { readonly failure: StartFailure }) {
  const { t } = useTranslate()
  return (
    <main>
      <Page title={t('common.appName')}>
        <Notice
          tone="wrong"
          title={t(`app.cannotStart.${failure.kind}Title`)}
          actions={<Button onClick={() => location.reload()}>{t('app.crash.reload')}</Button>}
        >
          {failure.kind === 'insecure'
            ? t('app.cannotStart.insecure')
            : t('app.cannotStart.failed', { detail: failure.detail })}
        </Notice>
      </Page>
    </main>
  )
}

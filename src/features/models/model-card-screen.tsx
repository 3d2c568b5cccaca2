import { useTranslate } from '#i18n/translator.ts'
import { LinkButton } from '#ui/link-button.tsx'
import { Page } from '#ui/page.tsx'
import type { CardTextProps } from './card-text.tsx'
import { CardText } from './card-text.tsx'

/** The model's own card, in the language of the app. */
export function ModelCardScreen({ title, ...card }: { readonly title: string } & CardTextProps) {
  const { t } = useTranslate()
  return (
    <Page
      title={title}
      lead={t('models.card')}
      actions={<LinkButton href="#/models">{t('models.cardBack')}</LinkButton>}
    >
      <CardText {...card} />
    </Page>
  )
}

import { useEffect, useState } from 'react'
import type { ModelRecord } from '#domain/models/model-record.ts'
import { useTranslate } from '#i18n/translator.ts'
import { LinkButton } from '#ui/link-button.tsx'
import { Markdown } from '#ui/markdown.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'

export interface ModelCardScreenProps {
  readonly model: ModelRecord
  /** Reads a text file that is served with the app. */
  readonly readText: (path: string) => Promise<string>
}

/** The model's own card, in the language of the app: what it is, what was measured, what it cannot do. */
export function ModelCardScreen({ model, readText }: ModelCardScreenProps) {
  const { t, language } = useTranslate()
  const path = model.base + model.card[language]
  const [read, setRead] = useState<{ readonly path: string; readonly text: string | null } | null>(null)
  useEffect(() => {
    let isCurrent = true
    const show = (text: string | null): void => {
      if (isCurrent) setRead({ path, text })
    }
    readText(path).then(show, () => show(null))
    return () => {
      isCurrent = false
    }
  }, [path, readText])
  return (
    <Page
      title={model.name[language]}
      lead={t('models.card')}
      actions={<LinkButton href="#/models">{t('models.cardBack')}</LinkButton>}
    >
      {read?.path === path && read.text !== null && <Markdown text={withoutTitle(read.text)} topHeading={2} />}
      {read?.path === path && read.text === null && <Notice tone="wrong">{t('models.cardUnavailable')}</Notice>}
    </Page>
  )
}

/** The page itself bears the card's title. */
function withoutTitle(text: string): string {
  return text.replace(/^# .*\n+/, '')
}

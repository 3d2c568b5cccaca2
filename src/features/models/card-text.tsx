import { useEffect, useState } from 'react'
import { useTranslate } from '#i18n/translator.ts'
import { Markdown } from '#ui/markdown.tsx'
import { Notice } from '#ui/notice.tsx'

export interface CardTextProps {
  /** Of the card in the app's language, relative to the app's root. */
  readonly path: string
  /** Reads a text file that is served with the app. */
  readonly readText: (path: string) => Promise<string>
  readonly topHeading?: 2 | 3
}

/** A model's own card without its title: what it is, what was measured, what it cannot do. */
export function CardText({ path, readText, topHeading = 2 }: CardTextProps) {
  const { t } = useTranslate()
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
  if (read?.path !== path) return null
  if (read.text === null) return <Notice tone="wrong">{t('models.cardUnavailable')}</Notice>
  return <Markdown text={withoutTitle(read.text)} topHeading={topHeading} />
}

/** What shows the text bears the card's title. */
function withoutTitle(text: string): string {
  return text.replace(/^# .*\n+/, '')
}

import { useEffect } from 'react'
import { useTranslate } from '#i18n/translator.ts'
import { AiLabel } from '#ui/ai-label.tsx'
import { preloadMarkdown } from '#ui/markdown.tsx'
import { StreamedFold } from '#ui/streamed-fold.tsx'
import { formatDuration, formatNumber } from '#i18n/format.ts'

export interface ReasoningViewProps {
  readonly text: string
  /** Whether the model is still reasoning. */
  readonly isRunning: boolean
  /** Whether the thought came to its end. */
  readonly isClosed: boolean
  readonly tookMs: number | null
}

/** A model's reasoning, apart from its answer, with its length and how long it took. */
export function ReasoningView({ text, isRunning, isClosed, tookMs }: ReasoningViewProps) {
  const { t, language } = useTranslate()
  useEffect(() => {
    // The answer will follow, and it is Markdown.
    if (isRunning) preloadMarkdown()
  }, [isRunning])
  const letters = formatNumber(text.trim().length, language)
  const summary = (): string => {
    if (isRunning) return t('ask.reasoning.running')
    if (!isClosed) return t('ask.reasoning.broken', { letters })
    if (tookMs === null) return t('ask.reasoning.length', { letters })
    return t('ask.reasoning.took', { time: formatDuration(tookMs, language), letters })
  }
  return (
    <StreamedFold
      summary={
        <>
          {summary()}
          <AiLabel>{t('common.aiLabel')}</AiLabel>
        </>
      }
      text={text}
      isLive={isRunning}
      label={t('ask.reasoning.label')}
      foldLabel={t('common.fold')}
    />
  )
}

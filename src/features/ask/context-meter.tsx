import type { Conversation } from '#domain/conversation/conversation.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Meter } from '#ui/meter.tsx'
import { contextIn } from './context-use.ts'
import styles from './context-meter.module.css'
import { formatNumber } from '#i18n/format.ts'

/** From this share on, a student should know that old questions will soon be left out. */
const nearlyFull = 0.75

/** How much of the model's context the conversation fills, as of its last answer. */
export function ContextMeter({ conversation }: { readonly conversation: Conversation }) {
  const { t, language } = useTranslate()
  const context = contextIn(conversation)
  if (context === null) return null
  const { used, size } = context
  const isNearlyFull = used >= size * nearlyFull
  return (
    <div className={styles['context']}>
      <Meter
        label={t('ask.context.label')}
        value={used}
        max={size}
        detail={t('ask.context.detail', { used: formatNumber(used, language), size: formatNumber(size, language) })}
        tone={isNearlyFull ? 'doubt' : 'normal'}
      />
      {isNearlyFull && <p>{t('ask.context.nearlyFull')}</p>}
    </div>
  )
}

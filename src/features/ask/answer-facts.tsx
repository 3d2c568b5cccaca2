import type { Provenance } from '#domain/conversation/provenance.ts'
import { provenanceFacts } from '#domain/conversation/provenance.ts'
import type { AnswerUsage } from '#domain/conversation/usage.ts'
import type { ModelRecord } from '#domain/models/model-record.ts'
import { useTranslate } from '#i18n/translator.ts'
import { formatDuration, formatNumber } from '#i18n/format.ts'
import { FactsDisclosure } from '#ui/facts-disclosure.tsx'
import styles from './answer-facts.module.css'

export interface AnswerFactsProps {
  readonly provenance: Provenance | null
  readonly usage: AnswerUsage | null
  /** The model that is ready now, for its name. */
  readonly model: ModelRecord | null
}

/** Who wrote an answer, and how fast. */
export function AnswerFacts({ provenance, usage, model }: AnswerFactsProps) {
  const { t, language } = useTranslate()
  if (provenance === null) return null
  const facts = [model?.id === provenance.modelId ? model.name[language] : provenance.modelId]
  if (!provenance.thinking) facts.push(t('ask.facts.direct'))
  if (usage?.timeToFirstTokenMs != null) {
    facts.push(t('ask.facts.firstToken', { time: formatDuration(usage.timeToFirstTokenMs, language) }))
  }
  if (usage?.decodeTokensPerSecond != null) {
    facts.push(t('ask.facts.rate', { rate: formatNumber(usage.decodeTokensPerSecond, language, 1) }))
  }
  if (usage !== null) facts.push(t('ask.facts.tokens', { tokens: formatNumber(usage.completionTokens, language) }))
  return (
    <>
      <ul className={styles['facts']}>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <FactsDisclosure
        summary={t('common.provenance.title')}
        facts={provenanceFacts(provenance).map(({ fact, value }) => ({
          term: t(`common.provenance.${fact}`),
          detail: value,
        }))}
      />
    </>
  )
}

import { provenanceFacts } from '#domain/conversation/provenance.ts'
import type { ModelFailure } from '#domain/models/failure.ts'
import type { Explanation } from '#domain/quiz/explanation.ts'
import { compare } from '#domain/quiz/explanation.ts'
import type { GradedItem } from '#domain/quiz/session.ts'
import { useTranslate } from '#i18n/translator.ts'
import { FactsDisclosure } from '#ui/facts-disclosure.tsx'
import { Notice } from '#ui/notice.tsx'
import type { ReactNode } from 'react'
import { ComparisonRow } from './comparison-row.tsx'
import styles from './ended-explanation.module.css'
import { comparisonWords, endingWords } from '../quiz-words.ts'

export interface EndedExplanationProps {
  readonly item: GradedItem
  readonly explanation: Explanation
  readonly level: 2 | 3
  readonly renderFailure: (failure: ModelFailure) => ReactNode
}

/** How a model's answer ended, and how it stands beside the student's choice and the key. */
export function EndedExplanation({ item, explanation, level, renderFailure }: EndedExplanationProps) {
  const { t } = useTranslate()
  const { ending, named, provenance } = explanation
  return (
    <div className={styles['ended']}>
      {ending.kind !== 'complete' && <Notice tone="doubt">{t(endingWords[ending.kind])}</Notice>}
      {ending.kind === 'failed' && renderFailure(ending.failure)}
      <ComparisonRow item={item} named={named} level={level} />
      {named.kind === 'answer' && named.ambiguous && <p>{t('quiz.model.ambiguous')}</p>}
      <p>{t(comparisonWords[compare(item.question, item.correct, named)])}</p>
      <p className={styles['caution']}>{t('quiz.model.caution')}</p>
      <FactsDisclosure
        summary={t('quiz.model.writtenBy', { model: provenance.modelId, version: provenance.modelVersion })}
        facts={provenanceFacts(provenance).map(({ fact, value }) => ({
          term: t(`common.provenance.${fact}`),
          detail: value,
        }))}
      />
    </div>
  )
}

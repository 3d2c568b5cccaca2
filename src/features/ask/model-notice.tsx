import type { ModelRecord } from '#domain/models/model-record.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Notice } from '#ui/notice.tsx'

/** What a student must know of a model that is not a medical one. */
export function ModelNotice({ model }: { readonly model: ModelRecord }) {
  const { t } = useTranslate()
  if (model.role === 'medical') return null
  if (model.role === 'general') return <Notice tone="doubt">{t('ask.general')}</Notice>
  const { knowledge } = model
  return (
    <Notice tone="info" title={t('ask.demonstration.title')}>
      {knowledge === undefined
        ? t('ask.demonstration.unknown')
        : t('ask.demonstration.detail', { count: knowledge.conditions })}
    </Notice>
  )
}

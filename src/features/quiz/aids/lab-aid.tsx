import { useEffect } from 'react'
import { useTranslate } from '#i18n/translator.ts'
import { useSelected } from '#stores/readonly-store.ts'
import type { Reference } from '#stores/reference.ts'
import { selectLabValues } from '#stores/reference.ts'
import { WhenRead } from '../when-read.tsx'
import { LabPanel } from './lab-panel.tsx'

/** The table of reference values, which is fetched when it is first opened. */
export function LabAid({ reference }: { readonly reference: Reference }) {
  const { t } = useTranslate()
  const values = useSelected(reference.state, selectLabValues)
  useEffect(() => void reference.openLabValues(), [reference])
  return (
    <WhenRead
      reading={values}
      loading={t('aids.lab.loading')}
      failed={t('aids.lab.failed')}
      onRetry={() => void reference.openLabValues()}
      render={(read) => <LabPanel values={read} />}
    />
  )
}

import type { ModelRecord } from '#domain/models/model-record.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { ModelExport } from '#stores/model-export.ts'
import { useSelected } from '#stores/readonly-store.ts'
import { Button } from '#ui/button.tsx'

export interface ExportProps {
  readonly model: ModelRecord
  readonly exporting: ModelExport
}

/** Begins to write a model out of the browser; one at a time. */
export function ExportButton({ model, exporting }: ExportProps) {
  const { t } = useTranslate()
  const { kind } = useSelected(exporting.state, (state) => state)
  return (
    <Button disabled={kind === 'writing'} onClick={() => void exporting.save(model)}>
      {t(`exporting.${exporting.place}.save`)}
    </Button>
  )
}

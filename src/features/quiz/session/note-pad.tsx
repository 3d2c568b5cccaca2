import { longestNote } from '#domain/quiz/item-work.ts'
import { useTranslate } from '#i18n/translator.ts'
import { TextArea } from '#ui/text-area.tsx'

export interface NotePadProps {
  readonly note: string
  readonly onWrite: (note: string) => void
}

/** A student's own words about an item. They are kept with the session and shown to nobody. */
export function NotePad({ note, onWrite }: NotePadProps) {
  const { t } = useTranslate()
  return (
    <TextArea
      {...{ label: t('quiz.note.label'), hideLabel: true, value: note, onChange: onWrite }}
      rows={5}
      autoGrow
      maxLength={longestNote}
    />
  )
}

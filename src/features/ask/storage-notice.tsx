import type { PlainKey } from '#i18n/translator.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { ConversationsState } from '#stores/conversations-state.ts'
import { Notice } from '#ui/notice.tsx'

type Trouble = NonNullable<ConversationsState['trouble']>

const sentences = {
  unavailable: 'ask.storage.unavailable',
  full: 'ask.storage.full',
  damaged: 'ask.storage.damaged',
  fromTheFuture: 'ask.storage.fromTheFuture',
} as const satisfies Readonly<Record<Trouble['kind'], PlainKey>>

/** Says that conversations are not being kept, and why. */
export function StorageNotice({ trouble }: { readonly trouble: Trouble }) {
  const { t } = useTranslate()
  return (
    <Notice tone="doubt" title={t('ask.storage.title')} live>
      {t(sentences[trouble.kind])}
    </Notice>
  )
}

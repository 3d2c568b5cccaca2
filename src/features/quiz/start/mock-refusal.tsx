import type { ShortSection } from '#domain/exam/mock-session.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Notice } from '#ui/notice.tsx'

/** Why there is no mock: which sections the bank cannot fill, or that nobody knows what sections there are. */
export function MockRefusal({ short }: { readonly short: readonly ShortSection[] }) {
  const { t, language } = useTranslate()
  if (short.length === 0) {
    return (
      <Notice tone="doubt" live>
        {t('quiz.mock.noSections')}
      </Notice>
    )
  }
  return (
    <Notice tone="doubt" live title={t('quiz.mock.shortTitle')}>
      <ul>
        {short.map(({ session, section, found }) => (
          <li key={`${session.id} ${section.subject}`}>
            {t('quiz.mock.short', {
              session: session.name[language],
              section: section.name[language],
              needed: section.items,
              found,
            })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

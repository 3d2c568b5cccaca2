import { formatBytes, formatTime } from '#i18n/format.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { LostModels } from '#stores/lost-models.ts'
import { selectLost } from '#stores/lost-models.ts'
import { useSelected } from '#stores/readonly-store.ts'
import { Button } from '#ui/button.tsx'
import { LinkButton } from '#ui/link-button.tsx'
import { Notice } from '#ui/notice.tsx'
import styles from './lost-models-notice.module.css'

/** Says which models the browser took away, what is still there, and what can be done; until it is put away. */
export function LostModelsNotice({ lostModels }: { readonly lostModels: LostModels }) {
  const { t, language } = useTranslate()
  const { lost, hasWork } = useSelected(lostModels.state, selectLost)
  if (lost.length === 0) return null
  return (
    <div className={styles['place']}>
      <Notice
        tone="doubt"
        title={t('lost.title')}
        live
        actions={
          <>
            <LinkButton href="#/models">{t('lost.get')}</LinkButton>
            <LinkButton href="#/storage">{t('lost.keep')}</LinkButton>
            <Button variant="quiet" onClick={() => lostModels.dismiss()}>
              {t('common.close')}
            </Button>
          </>
        }
      >
        <ul className={styles['models']}>
          {lost.map(({ id, name, bytes, seenAt }) => (
            <li key={id}>
              {t('lost.model', {
                name: name[language],
                size: formatBytes(bytes, language),
                date: formatTime(seenAt, language),
              })}
            </li>
          ))}
        </ul>
        <p>{t('lost.why')}</p>
        {hasWork !== null && <p>{t(hasWork ? 'lost.workStays' : 'lost.noWork')}</p>}
      </Notice>
    </div>
  )
}

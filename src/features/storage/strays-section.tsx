import type { KeptPieces } from '#domain/models/kept.ts'
import { formatBytes } from '#i18n/format.ts'
import { useTranslate } from '#i18n/translator.ts'
import { KeptThing } from './kept-thing.tsx'
import { RemoveButton } from './remove-button.tsx'
import styles from './storage-screen.module.css'
import type { PiecesProps } from './unfinished-section.tsx'

/** Files that this version of the app does not use. */
export function StraysSection({ pieces, nameOf, disabled, onRemove }: PiecesProps) {
  const { t, language } = useTranslate()
  if (pieces.length === 0) return null
  return (
    <section className={styles['section']} aria-labelledby="storage-strays">
      <h2 id="storage-strays">{t('storage.strays.title')}</h2>
      <p className={styles['quiet']}>{t('storage.strays.lead')}</p>
      <ul className={styles['things']}>
        {pieces.map((stray) => {
          const name = t('storage.strays.name', { name: nameOf(stray.modelId) })
          return (
            <KeptThing
              key={stray.modelId}
              name={name}
              detail={detailOf(stray)}
              bytes={stray.bytes}
              actions={
                <RemoveButton
                  label={t('storage.remove')}
                  spoken={t('storage.removeThing', { name })}
                  question={t('storage.strays.question', { name: nameOf(stray.modelId) })}
                  disabled={disabled}
                  onRemove={() => onRemove(stray.modelId)}
                >
                  <p>{t('storage.removeStrayBody', { size: formatBytes(stray.bytes, language) })}</p>
                </RemoveButton>
              }
            />
          )
        })}
      </ul>
    </section>
  )

  function detailOf({ versions }: KeptPieces): string {
    if (versions.length === 0) return t('storage.strays.remains')
    return t('storage.strays.versions', { versions: versions.map(({ version }) => version).join(', ') })
  }
}

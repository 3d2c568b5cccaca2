import type { KeptPieces } from '#domain/models/kept.ts'
import { formatBytes } from '#i18n/format.ts'
import { useTranslate } from '#i18n/translator.ts'
import { LinkButton } from '#ui/link-button.tsx'
import { KeptThing } from './kept-thing.tsx'
import { RemoveButton } from './remove-button.tsx'
import styles from './storage-screen.module.css'

export interface PiecesProps {
  readonly pieces: readonly KeptPieces[]
  readonly nameOf: (modelId: string) => string
  readonly disabled: boolean
  readonly onRemove: (modelId: string) => void
}

/** What was begun and can be gone on with, or given up. */
export function UnfinishedSection({
  pieces,
  underWay,
  nameOf,
  disabled,
  onRemove,
}: PiecesProps & {
  /** The build that is being got now. */
  readonly underWay: string | null
}) {
  const { t, language } = useTranslate()
  if (pieces.length === 0) return null
  return (
    <section className={styles['section']} aria-labelledby="storage-unfinished">
      <h2 id="storage-unfinished">{t('storage.unfinished.title')}</h2>
      <p className={styles['quiet']}>{t('storage.unfinished.lead')}</p>
      <ul className={styles['things']}>
        {pieces.map(({ modelId, bytes }) => {
          const name = nameOf(modelId)
          const isMoving = modelId === underWay
          return (
            <KeptThing
              key={modelId}
              name={name}
              {...(isMoving ? { detail: t('storage.unfinished.moving') } : {})}
              bytes={bytes}
              actions={
                <>
                  <LinkButton size="small" href="#/models">
                    {t(isMoving ? 'failure.toModels' : 'supply.goOn')}
                  </LinkButton>
                  {!isMoving && (
                    <RemoveButton
                      label={t('supply.giveUp')}
                      spoken={`${name}: ${t('supply.giveUp')}`}
                      question={t('storage.unfinished.giveUpTitle', { name })}
                      disabled={disabled}
                      onRemove={() => onRemove(modelId)}
                    >
                      <p>{t('storage.unfinished.giveUpBody', { size: formatBytes(bytes, language) })}</p>
                    </RemoveButton>
                  )}
                </>
              }
            />
          )
        })}
      </ul>
    </section>
  )
}

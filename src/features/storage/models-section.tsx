import { formatBytes } from '#i18n/format.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Inventory } from '#stores/storage-report.ts'
import { KeptThing } from './kept-thing.tsx'
import { RemoveButton } from './remove-button.tsx'
import styles from './storage-screen.module.css'

/** The models that are kept, those that came with the app and those that were made here. */
export function ModelsSection({
  models,
  disabled,
  onRemove,
}: {
  readonly models: Inventory['models']
  readonly disabled: boolean
  readonly onRemove: (modelId: string) => void
}) {
  const { t, language } = useTranslate()
  return (
    <section className={styles['section']} aria-labelledby="storage-models">
      <h2 id="storage-models">{t('storage.models.title')}</h2>
      {models.length === 0 ? (
        <p>{t('storage.models.none')}</p>
      ) : (
        <ul className={styles['things']}>
          {models.map(({ model: { id, name: names, made, quantization }, bytes }) => {
            const name = names[language]
            return (
              <KeptThing
                key={id}
                name={name}
                detail={t(made === undefined ? 'storage.models.embedded' : 'storage.models.made', { quantization })}
                bytes={bytes}
                actions={
                  <RemoveButton
                    label={t('storage.remove')}
                    spoken={t('storage.removeThing', { name })}
                    question={t('models.forgetTitle', { name })}
                    disabled={disabled}
                    onRemove={() => onRemove(id)}
                  >
                    <p>{t('models.forgetBody', { size: formatBytes(bytes, language) })}</p>
                  </RemoveButton>
                }
              />
            )
          })}
        </ul>
      )}
    </section>
  )
}

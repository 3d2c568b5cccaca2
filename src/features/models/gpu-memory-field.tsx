import { useTranslate } from '#i18n/translator.ts'
import { SelectField } from '#ui/select-field.tsx'
import type { Browser } from '#domain/models/machine.ts'
import styles from './fit-panel.module.css'

export interface GpuMemoryFieldProps {
  /** In bytes; null where the student does not know. */
  readonly value: number | null
  readonly os: Browser['os']
  readonly onChange: (bytes: number | null) => void
}

/**
 * Sizes that graphics cards are sold with, taken as powers of 1,000 like every size the app says. Cards have a little
 * more, which their driver keeps.
 */
const gigabytes = [4, 6, 8, 12, 16, 24]

const unknown = 'unknown'

/** What WebGPU does not tell and the student may know: how much memory the GPU has, and where to look it up. */
export function GpuMemoryField({ value, os, onChange }: GpuMemoryFieldProps) {
  const { t } = useTranslate()
  const largest = gigabytes.at(-1)
  const place = os === 'windows' || os === 'macos' ? os : 'other'
  return (
    <div className={styles['memory']}>
      <SelectField
        label={t('fit.memory.label')}
        value={value === null ? unknown : String(value / 1e9)}
        options={[
          { value: unknown, label: t('fit.memory.unknown') },
          ...gigabytes.map((size) => ({
            value: String(size),
            label: t(size === largest ? 'fit.memory.orMore' : 'fit.memory.gigabytes', { gigabytes: size }),
          })),
        ]}
        onChange={(chosen) => onChange(chosen === unknown ? null : Number(chosen) * 1e9)}
      />
      {value === null && <p className={styles['hint']}>{t(`fit.memory.where.${place}`)}</p>}
    </div>
  )
}

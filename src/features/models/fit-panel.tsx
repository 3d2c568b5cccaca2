import { CircleCheck, OctagonX, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { FitVerdict } from '#domain/models/fit.ts'
import type { Browser } from '#domain/models/machine.ts'
import type { Proposal } from '#domain/models/propose.ts'
import { formatBytes, formatNumber } from '#i18n/format.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Chip } from '#ui/chip.tsx'
import { RadioRow } from '#ui/radio-row.tsx'
import styles from './fit-panel.module.css'
import { FitReasons } from './fit-reasons.tsx'
import { GpuMemoryField } from './gpu-memory-field.tsx'

export interface FitPanelProps {
  readonly proposal: Proposal
  readonly os: Browser['os']
  /** What the student said of the GPU; null for nothing. */
  readonly gpuMemoryBytes: number | null
  readonly onContextWindow: (tokens: number) => void
  readonly onGpuMemory: (bytes: number | null) => void
  readonly onPersist?: () => void
}

/** Whether an offered model runs on this machine: the verdict, the sum that led to it, and what could be changed. */
export function FitPanel({ proposal, os, gpuMemoryBytes, onContextWindow, onGpuMemory, onPersist }: FitPanelProps) {
  const { t, language } = useTranslate()
  const { fit, presets, contextWindow } = proposal
  const bytes = (count: number): string => formatBytes(count, language)
  return (
    <div className={styles['panel']}>
      <div className={styles['verdict']} role="status">
        <VerdictChip verdict={fit.verdict} />
        <p className={styles['sum']}>
          {t('fit.sum', {
            weights: bytes(fit.sum.weightBytes),
            cache: bytes(fit.sum.cacheBytes),
            tokens: formatNumber(contextWindow, language),
            work: bytes(fit.sum.workBytes),
            total: bytes(fit.sum.totalBytes),
          })}
        </p>
        <p className={styles['sum']}>{diskWords(fit.disk)}</p>
      </div>
      <RadioRow
        label={t('fit.contextWindow')}
        options={presets.map((preset) => ({
          value: String(preset.contextWindow),
          label: t('fit.tokens', { tokens: formatNumber(preset.contextWindow, language) }),
          detail: t(`fit.verdict.${preset.fit.verdict}`),
        }))}
        value={String(contextWindow)}
        onChange={(tokens) => onContextWindow(Number(tokens))}
      />
      <GpuMemoryField value={gpuMemoryBytes} os={os} onChange={onGpuMemory} />
      <FitReasons fit={fit} {...(onPersist === undefined ? {} : { onPersist })} />
    </div>
  )

  function diskWords({ neededBytes, freeBytes }: FitVerdict['disk']): string {
    if (neededBytes === 0) return t('fit.diskKept')
    if (freeBytes === null) return t('fit.diskNotTold', { needed: bytes(neededBytes) })
    return t('fit.disk', { needed: bytes(neededBytes), free: bytes(freeBytes) })
  }
}

const looks = {
  fits: { tone: 'right', icon: <CircleCheck aria-hidden /> },
  tight: { tone: 'doubt', icon: <TriangleAlert aria-hidden /> },
  wontFit: { tone: 'wrong', icon: <OctagonX aria-hidden /> },
} as const satisfies Record<FitVerdict['verdict'], { readonly tone: string; readonly icon: ReactNode }>

export function VerdictChip({ verdict }: Pick<FitVerdict, 'verdict'>) {
  const { t } = useTranslate()
  return <Chip {...looks[verdict]}>{t(`fit.verdict.${verdict}`)}</Chip>
}

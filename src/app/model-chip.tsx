import { Cpu } from 'lucide-react'
import { overallProgress } from '#domain/models/load-progress.ts'
import { formatNumber } from '#i18n/format.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Models } from '#stores/models.ts'
import { useSelected } from '#stores/readonly-store.ts'
import { Chip } from '#ui/chip.tsx'
import styles from './model-chip.module.css'

/** Which model, what it is doing and how fast: always in sight, never larger than this. Leads to the models. */
export function ModelChip({ models }: { readonly models: Models }) {
  const { t, language } = useTranslate()
  const { status, activity, tokensPerSecond, records } = useSelected(models.state, (state) => state)
  const model = status.kind === 'idle' ? undefined : records.find(({ id }) => id === status.modelId)
  const name = model?.name[language] ?? ''
  const tone = status.kind === 'failed' ? 'wrong' : status.kind === 'ready' ? 'accent' : 'quiet'
  return (
    <a className={styles['link']} href="#/models">
      <Chip tone={tone} icon={<Cpu aria-hidden />}>
        {words()}
      </Chip>
    </a>
  )

  function words(): string {
    switch (status.kind) {
      case 'idle':
        return t('app.chip.none')
      case 'loading':
        return t('app.chip.loading', { name, percent: Math.floor(overallProgress(status.progress) * 100) })
      case 'failed':
        return t('app.chip.stopped', { name })
      case 'ready': {
        if (activity !== 'idle') return t(`app.chip.${activity}`, { name })
        const ready = t('app.chip.ready', { name })
        if (tokensPerSecond === null) return ready
        return `${ready} · ${t('app.chip.speed', { speed: formatNumber(tokensPerSecond, language, 1) })}`
      }
    }
  }
}

import type { ReactNode } from 'react'
import type { FitDoubt, FitObstacle, FitVerdict } from '#domain/models/fit.ts'
import { makesTight } from '#domain/models/fit.ts'
import { formatBytes, formatNumber, formatTime } from '#i18n/format.ts'
import type { Language } from '#i18n/language.ts'
import type { Translate } from '#i18n/translator.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import styles from './fit-panel.module.css'

export interface FitReasonsProps {
  readonly fit: FitVerdict
  /** Asks the browser to keep what is stored; without it the doubt about that is told without a way. */
  readonly onPersist?: () => void
}

/** What stands against a model on this machine: each cause by its name, and what can be done about it. */
export function FitReasons({ fit, onPersist }: FitReasonsProps) {
  const { t, language } = useTranslate()
  const { obstacles, doubts } = fit
  if (obstacles.length + doubts.length === 0) return null
  return (
    <ul className={styles['reasons']}>
      {obstacles.map((obstacle) => (
        <li key={obstacle.kind === 'limitTooSmall' ? obstacle.limit : obstacle.kind}>
          <Notice tone="wrong" title={causeOfObstacle(obstacle, t, language)}>
            {t(`fit.obstacle.${obstacle.kind}.step`)}
          </Notice>
        </li>
      ))}
      {doubts.map((doubt) => (
        <li key={doubt.kind}>
          <Notice
            tone={makesTight(doubt) ? 'doubt' : 'info'}
            title={causeOfDoubt(doubt, t, language)}
            actions={actionOf(doubt)}
          >
            {stepOf(doubt, fit, t, language)}
          </Notice>
        </li>
      ))}
    </ul>
  )

  function actionOf({ kind }: FitDoubt): ReactNode {
    if (kind !== 'notPersisted' || onPersist === undefined) return undefined
    return (
      <Button size="small" onClick={onPersist}>
        {t('fit.doubt.notPersisted.action')}
      </Button>
    )
  }
}

function causeOfObstacle(obstacle: FitObstacle, t: Translate, language: Language): string {
  const bytes = (count: number): string => formatBytes(count, language)
  switch (obstacle.kind) {
    case 'lacksFeature':
      return t('fit.obstacle.lacksFeature.cause', { feature: obstacle.feature })
    case 'limitTooSmall': {
      const { limit } = obstacle
      const words = (value: number): string => (countsBytes(limit) ? bytes(value) : formatNumber(value, language))
      return t('fit.obstacle.limitTooSmall.cause', {
        limit: t(`fit.limit.${limit}`),
        code: limit,
        needed: words(obstacle.needed),
        available: words(obstacle.available),
      })
    }
    case 'diskTooSmall':
      return t('fit.obstacle.diskTooSmall.cause', {
        needed: bytes(obstacle.neededBytes),
        free: bytes(obstacle.freeBytes),
      })
    case 'memoryTooSmall':
      return t('fit.obstacle.memoryTooSmall.cause', {
        needed: bytes(obstacle.neededBytes),
        available: bytes(obstacle.availableBytes),
      })
    case 'ranOutBefore':
      return t('fit.obstacle.ranOutBefore.cause', {
        date: formatTime(obstacle.at, language),
        total: bytes(obstacle.totalBytes),
      })
    default:
      return t(`fit.obstacle.${obstacle.kind}.cause`)
  }
}

function countsBytes(limit: (FitObstacle & { readonly kind: 'limitTooSmall' })['limit']): boolean {
  return limit !== 'maxComputeInvocationsPerWorkgroup' && limit !== 'maxStorageBuffersPerShaderStage'
}

function causeOfDoubt(doubt: FitDoubt, t: Translate, language: Language): string {
  switch (doubt.kind) {
    case 'memoryClose':
      return t('fit.doubt.memoryClose.cause', { share: formatNumber(doubt.share * 100, language) })
    case 'crashedBefore':
      return t('fit.doubt.crashedBefore.cause', {
        date: formatTime(doubt.at, language),
        total: formatBytes(doubt.totalBytes, language),
      })
    case 'software':
      return t('fit.doubt.software.cause', { adapter: doubt.adapter || t('fit.unnamedAdapter') })
    default:
      return t(`fit.doubt.${doubt.kind}.cause`)
  }
}

function stepOf({ kind }: FitDoubt, { sum, disk }: FitVerdict, t: Translate, language: Language): string {
  switch (kind) {
    case 'memoryUnknown':
      return t('fit.doubt.memoryUnknown.step', { total: formatBytes(sum.totalBytes, language) })
    case 'diskUnknown':
      return t('fit.doubt.diskUnknown.step', { needed: formatBytes(disk.neededBytes, language) })
    default:
      return t(`fit.doubt.${kind}.step`)
  }
}

import { useState } from 'react'
import { footprintOf } from '#domain/models/footprint.ts'
import type { FitVerdict } from '#domain/models/fit.ts'
import { mayTryAnyway } from '#domain/models/fit.ts'
import type { Browser } from '#domain/models/machine.ts'
import { buildId } from '#domain/models/offer.ts'
import type { Proposal } from '#domain/models/propose.ts'
import { formatBytes, formatCompact } from '#i18n/format.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { OrderState, SupplySource, SupplyState } from '#stores/supply.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { LinkButton } from '#ui/link-button.tsx'
import { Notice } from '#ui/notice.tsx'
import type { FitPanelProps } from './fit-panel.tsx'
import { FitPanel, VerdictChip } from './fit-panel.tsx'
import { GetDialog } from './get-dialog.tsx'
import styles from './models-screen.module.css'
import { OrderBar } from './order-bar.tsx'
import { SupplyNotice } from './supply-notice.tsx'

export interface OfferCardProps {
  readonly proposal: Proposal
  readonly os: Browser['os']
  readonly fit: Pick<FitPanelProps, 'gpuMemoryBytes' | 'onGpuMemory' | 'onContextWindow' | 'onPersist'>
  readonly order: OrderState
  readonly unfinished: SupplyState['unfinished'][number] | undefined
  /** Whether it was made here and has lost files since. */
  readonly isDamaged: boolean
  readonly onGet: (source: SupplySource) => void
  readonly onStop: () => void
  readonly onGiveUp: () => void
  /** Reads a text file that is served with the app. */
  readonly readText: (path: string) => Promise<string>
}

/** A model that is not on this machine yet: what it is, whether it would run, and the way to have it. */
export function OfferCard({
  proposal,
  os,
  fit,
  order,
  unfinished,
  isDamaged,
  onGet,
  onStop,
  onGiveUp,
  readText,
}: OfferCardProps) {
  const { t, language } = useTranslate()
  const [isAsking, setAsking] = useState(false)
  const willNotRun = proposal.fit.verdict === 'wontFit'
  const mayGet = !willNotRun || mayTryAnyway(proposal.fit)
  const [isJudging, setJudging] = useState(willNotRun && !lacksGpu(proposal.fit))
  const { build } = proposal
  const { offer, library } = build
  const { sourceBytes, storedBytes } = footprintOf(library.architecture, library.quantization)
  const isMine = order.kind !== 'idle' && order.buildId === buildId(build)
  const isGetting = isMine && order.kind === 'getting'
  const titleId = `offer-${offer.id}`
  const bytes = (count: number): string => formatBytes(count, language)
  return (
    <article className={styles['row']} aria-labelledby={titleId}>
      <header className={styles['head']}>
        <h3 id={titleId}>{offer.name[language]}</h3>
        <Chip tone={offer.role === 'medical' ? 'accent' : 'doubt'}>{t(`models.role.${offer.role}`)}</Chip>
        <VerdictChip verdict={proposal.fit.verdict} />
      </header>
      <p>{offer.summary[language]}</p>
      <ul className={styles['facts']}>
        <li>{t('models.parameters', { number: formatCompact(offer.parameters, language) })}</li>
        <li>{t('supply.facts.download', { size: bytes(sourceBytes) })}</li>
        <li>{t('supply.facts.keeps', { size: bytes(storedBytes) })}</li>
        <li>{t('supply.facts.build', { name: library.quantization })}</li>
        <li>{t('supply.facts.licence', { name: offer.licence })}</li>
        <li>{t('supply.facts.published', { repository: offer.repository })}</li>
      </ul>
      {!isGetting && (
        <Disclosure summary={t('supply.fit')} open={isJudging} onToggle={setJudging}>
          <FitPanel proposal={proposal} os={os} {...fit} />
        </Disclosure>
      )}
      {isGetting && <OrderBar name={offer.name[language]} progress={order.progress} onStop={onStop} />}
      {isMine && order.kind === 'failed' && (
        <SupplyNotice
          failure={order.failure}
          actions={<Button onClick={() => setAsking(true)}>{t('supply.failure.again')}</Button>}
        />
      )}
      {!isGetting && isDamaged && <Notice tone="doubt">{t('supply.damaged')}</Notice>}
      {!isGetting && unfinished !== undefined && (
        <p>
          {t('supply.unfinished', { done: bytes(unfinished.doneBytes), total: bytes(unfinished.totalBytes) })}
          {unfinished.source.kind === 'files' && ` ${t('supply.pickAgain')}`}
        </p>
      )}
      {!isGetting && (
        <div className={styles['actions']}>
          {unfinished === undefined ? (
            mayGet && (
              <Button variant={willNotRun ? 'plain' : 'primary'} onClick={() => setAsking(true)}>
                {t(isDamaged ? 'supply.getAgain' : willNotRun ? 'fit.tryAnyway' : 'supply.get')}
              </Button>
            )
          ) : (
            <>
              <Button variant="primary" onClick={goOn}>
                {t('supply.goOn')}
              </Button>
              <Button onClick={onGiveUp}>{t('supply.giveUp')}</Button>
            </>
          )}
          <LinkButton href={`#/models/${offer.id}`}>{t('supply.card')}</LinkButton>
        </div>
      )}
      <GetDialog
        open={isAsking}
        build={build}
        from={unfinished?.source.kind ?? 'hub'}
        readText={readText}
        onClose={() => setAsking(false)}
        onBegin={(source) => {
          setAsking(false)
          onGet(source)
        }}
      />
    </article>
  )

  function goOn(): void {
    const source = unfinished?.source
    if (source === undefined || source.kind === 'files') setAsking(true)
    else onGet(source)
  }
}

/** What holds for every model alike is said once for all of them, above. */
function lacksGpu({ obstacles }: FitVerdict): boolean {
  return obstacles.some(({ kind }) => kind === 'noWebGpu' || kind === 'noAdapter' || kind === 'insecureContext')
}

import { useId } from 'react'
import type { Browser } from '#domain/models/machine.ts'
import type { Translate } from '#i18n/translator.ts'
import { useTranslate } from '#i18n/translator.ts'
import styles from './webgpu-help.module.css'
import type { MissingWebGpu, WebGpuStep } from './webgpu-steps.ts'
import { webGpuSteps } from './webgpu-steps.ts'

export interface WebGpuHelpProps {
  readonly browser: Browser
  readonly missing: MissingWebGpu
}

/** Where WebGPU is missing: what to do in this browser, on this system. */
export function WebGpuHelp({ browser, missing }: WebGpuHelpProps) {
  const { t } = useTranslate()
  const title = useId()
  return (
    <section className={styles['help']} aria-labelledby={title}>
      <h2 id={title}>{t('fit.help.title')}</h2>
      <p>{t(`fit.help.lead.${missing}`)}</p>
      <ol className={styles['steps']}>
        {webGpuSteps(browser, missing).map((step) => (
          <li key={step.kind}>{sentenceOf(step, t)}</li>
        ))}
      </ol>
    </section>
  )
}

function sentenceOf(step: WebGpuStep, t: Translate): string {
  switch (step.kind) {
    case 'update':
      return t('fit.help.update', { version: step.version })
    case 'acceleration':
    case 'accelerationFirefox':
    case 'report':
    case 'windowsArm':
      return t(`fit.help.${step.kind}`, { page: step.page })
    case 'linuxChrome':
      return t('fit.help.linuxChrome', { flags: step.flags })
    default:
      return t(`fit.help.${step.kind}`)
  }
}

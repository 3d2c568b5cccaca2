import { Copy, CopyPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslate } from '#i18n/translator.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { LiveRegion } from '#ui/live-region.tsx'
import styles from './copy-buttons.module.css'

export interface CopyButtonsProps {
  readonly question: string
  readonly reasoning: string
  readonly answer: string
}

/** Copies the answer; the second button copies the question and the reasoning with it. */
export function CopyButtons({ question, reasoning, answer }: CopyButtonsProps) {
  const { t } = useTranslate()
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)
  const copy = async (text: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setOutcome('copied')
    } catch {
      setOutcome('refused')
    }
  }
  const everything = (): string =>
    [
      [t('ask.copy.question'), question],
      [t('ask.copy.reasoning'), reasoning],
      [t('ask.copy.answer'), answer],
    ]
      .filter(([, text]) => text?.trim() !== '')
      .map(([heading, text]) => `## ${heading ?? ''}\n\n${text?.trim() ?? ''}\n`)
      .join('\n')
  const said = outcome === null ? '' : t(outcome === 'copied' ? 'ask.action.copied' : 'ask.action.copyFailed')
  return (
    <>
      {answer !== '' && (
        <Button variant="quiet" size="small" icon={<Copy />} onClick={() => void copy(answer)}>
          {t('ask.action.copy')}
        </Button>
      )}
      <IconButton label={t('ask.action.copyAll')} icon={<CopyPlus />} onClick={() => void copy(everything())} />
      <span className={styles['outcome']} aria-hidden>
        {said}
      </span>
      <LiveRegion message={said} />
    </>
  )
}

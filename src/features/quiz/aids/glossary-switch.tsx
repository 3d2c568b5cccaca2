import { useEffect } from 'react'
import { useTranslate } from '#i18n/translator.ts'
import { useSelected } from '#stores/readonly-store.ts'
import type { Reference } from '#stores/reference.ts'
import { selectGlossary } from '#stores/reference.ts'
import { RadioRow } from '#ui/radio-row.tsx'
import { WhenRead } from '../when-read.tsx'
import styles from './glossary-switch.module.css'
import type { TermsShown } from './terms-shown.ts'
import { termsShownChoices } from './terms-shown.ts'

export interface GlossarySwitchProps {
  readonly reference: Reference
  readonly shown: TermsShown
  readonly onChange: (shown: TermsShown) => void
}

/** Chooses where terms stand in the other language. The glossary comes when it is first wished for, with what it says of itself. */
export function GlossarySwitch({ reference, shown, onChange }: GlossarySwitchProps) {
  const { t, language } = useTranslate()
  const glossary = useSelected(reference.state, selectGlossary)
  const isOn = shown !== 'off'
  useEffect(() => {
    if (isOn) void reference.openGlossary()
  }, [reference, isOn])
  return (
    <div className={styles['switch']}>
      <RadioRow
        label={t('aids.glossary.title')}
        options={termsShownChoices.map((choice) => ({ value: choice, label: t(`aids.glossary.${choice}`) }))}
        value={shown}
        onChange={onChange}
      />
      {isOn && (
        <WhenRead
          reading={glossary}
          loading={t('aids.glossary.loading')}
          failed={t('aids.glossary.failed')}
          onRetry={() => void reference.openGlossary()}
          render={({ notice }) => <p className={styles['notice']}>{notice[language]}</p>}
        />
      )}
    </div>
  )
}

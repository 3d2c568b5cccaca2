import type { CalculatorKey } from '#domain/reference/calculator.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Button } from '#ui/button.tsx'
import styles from './calculator-panel.module.css'
import { keyFaces } from './calculator-words.ts'

export function CalculatorKeys({ onPress }: { readonly onPress: (key: CalculatorKey) => void }) {
  const { t } = useTranslate()
  return (
    <div className={styles['keys']} role="group" aria-label={t('aids.calculator.keys')}>
      {keyFaces.map(({ key, face, name }) => (
        <Button
          key={key}
          size="small"
          variant={key === 'equals' ? 'primary' : 'plain'}
          className={key === 'equals' ? styles['equals'] : styles['key']}
          aria-label={name === null ? undefined : t(name)}
          onClick={() => onPress(key)}
        >
          {face}
        </Button>
      ))}
    </div>
  )
}

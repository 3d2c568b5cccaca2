import { useTranslate } from '#i18n/translator.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { AArrowDown, AArrowUp } from 'lucide-react'
import styles from './sheet-size-buttons.module.css'

const sheetSizes = ['normal', 'large', 'larger'] as const
export type SheetSize = (typeof sheetSizes)[number]

export interface SheetSizeButtonsProps {
  readonly size: SheetSize
  readonly onSize: (size: SheetSize) => void
}

/** The text of the question and its options smaller or larger. */
export function SheetSizeButtons({ size, onSize }: SheetSizeButtonsProps) {
  const { t } = useTranslate()
  const place = sheetSizes.indexOf(size)
  const turn = (by: -1 | 1): void => {
    const next = sheetSizes[place + by]
    if (next !== undefined) onSize(next)
  }
  return (
    <div className={styles['sizes']} role="group" aria-label={t('quiz.bar.textSize')}>
      <IconButton
        label={t('quiz.bar.smaller')}
        icon={<AArrowDown aria-hidden />}
        aria-disabled={place === 0}
        onClick={() => turn(-1)}
      />
      <IconButton
        label={t('quiz.bar.larger')}
        icon={<AArrowUp aria-hidden />}
        aria-disabled={place === sheetSizes.length - 1}
        onClick={() => turn(1)}
      />
    </div>
  )
}

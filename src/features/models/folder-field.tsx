import { useEffect, useId, useRef } from 'react'
import { useTranslate } from '#i18n/translator.ts'
import { takeDrops } from '#ui/take-drops.ts'
import styles from './folder-field.module.css'
import type { PickedFile } from './picked-files.ts'
import { filesOfDrop, filesOfInput } from './picked-files.ts'

/** A folder, chosen or dropped. */
export function FolderField({
  files,
  onPick,
}: {
  readonly files: readonly PickedFile[]
  readonly onPick: (files: readonly PickedFile[]) => void
}) {
  const { t } = useTranslate()
  const id = useId()
  const area = useRef<HTMLDivElement>(null)
  useEffect(() => takeDrops(area.current, ({ items }) => void filesOfDrop(items).then(onPick)), [onPick])
  return (
    <div ref={area} className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {t('supply.dialog.pick')}
      </label>
      <input
        className={styles['input']}
        id={id}
        type="file"
        multiple
        // React knows no type for this attribute; browsers take it for "a folder".
        {...{ webkitdirectory: '' }}
        onChange={(event) => onPick(filesOfInput(event.target.files))}
      />
      <span className={styles['drop']}>{t('supply.dialog.drop')}</span>
      <p role="status">{files.length === 0 ? '' : t('supply.dialog.picked', { count: files.length })}</p>
    </div>
  )
}

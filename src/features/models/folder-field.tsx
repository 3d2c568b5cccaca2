import { useEffect, useId, useRef } from 'react'
import { useTranslate } from '#i18n/translator.ts'
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
  useEffect(() => takeDrops(area.current, onPick), [onPick])
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

/** Dropping is for the mouse alone; whoever has none uses the field inside. */
function takeDrops(area: HTMLElement | null, onPick: (files: readonly PickedFile[]) => void): () => void {
  const allow = (event: DragEvent): void => event.preventDefault()
  const take = (event: DragEvent): void => {
    event.preventDefault()
    if (event.dataTransfer !== null) void filesOfDrop(event.dataTransfer.items).then(onPick)
  }
  area?.addEventListener('dragover', allow)
  area?.addEventListener('drop', take)
  return () => {
    area?.removeEventListener('dragover', allow)
    area?.removeEventListener('drop', take)
  }
}

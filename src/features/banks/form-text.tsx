import { useId } from 'react'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import styles from './question-editor.module.css'

export interface FormTextProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** What is wrong with it, in words; empty where nothing is. */
  readonly fault: string
  readonly hint?: string
  /** How many lines it has to begin with; one line that stays one where this is absent. */
  readonly rows?: number
  readonly lang?: string
  /** The id of a list of likely texts. */
  readonly list?: string
}

/** A text of the form with what is wrong with it beside it. */
export function FormText({ label, value, onChange, fault, hint = '', rows, lang, list }: FormTextProps) {
  const id = useId()
  const described = [fault === '' ? '' : `${id}-fault`, hint === '' ? '' : `${id}-hint`].filter(Boolean).join(' ')
  const shared = {
    ...{ label, value, onChange, lang },
    'aria-invalid': fault !== '',
    'aria-describedby': described === '' ? undefined : described,
  }
  return (
    <div className={styles['text']}>
      {rows === undefined ? <TextField {...shared} list={list} /> : <TextArea {...shared} rows={rows} autoGrow />}
      {fault !== '' && (
        <p id={`${id}-fault`} className={styles['fault']}>
          {fault}
        </p>
      )}
      {hint !== '' && (
        <p id={`${id}-hint`} className={styles['quiet']}>
          {hint}
        </p>
      )}
    </div>
  )
}

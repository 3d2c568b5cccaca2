import { type ComponentProps, type KeyboardEvent, useId } from 'react'
import { classNames } from './class-names.ts'
import { isComposing } from './composing.ts'
import field from './field.module.css'
import styles from './text-area.module.css'

export interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'onSubmit'> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  /** Grows with its text, up to a good part of the window. */
  readonly autoGrow?: boolean
  /** On Enter alone; Shift+Enter stays a new line, and so does every Enter when this is absent. */
  readonly onSubmit?: () => void
}

export function TextArea({
  label,
  hideLabel = false,
  value,
  onChange,
  rows = 3,
  autoGrow = false,
  onSubmit,
  onKeyDown,
  className,
  ...rest
}: TextAreaProps) {
  const ownId = useId()
  const id = rest.id ?? ownId
  const submitOnEnter = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    onKeyDown?.(event)
    if (event.defaultPrevented || onSubmit === undefined) return
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return
    event.preventDefault()
    onSubmit()
  }
  return (
    <div className={classNames(field['field'], className)}>
      <label className={hideLabel ? 'sr-only' : field['label']} htmlFor={id}>
        {label}
      </label>
      {/* The wrapper writes the same text again, unseen, and so gives the textarea its height. */}
      <div
        className={classNames(styles['frame'], autoGrow && styles['growing'])}
        data-text={autoGrow ? value : undefined}
      >
        <textarea
          {...rest}
          id={id}
          rows={rows}
          value={value}
          className={classNames(field['control'], styles['text'])}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={submitOnEnter}
        />
      </div>
    </div>
  )
}

import { X } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import styles from './undo-bar.module.css'

export interface UndoBarProps {
  readonly message: string
  readonly undoLabel: string
  readonly onUndo: () => void
  readonly onDismiss: () => void
  readonly dismissLabel: string
}

const stayMs = 10_000

/** Waits while the pointer or the focus is on it, and counts from the beginning again when they leave. */
export function UndoBar({ message, undoLabel, onUndo, onDismiss, dismissLabel }: UndoBarProps) {
  const [isPointedAt, setPointedAt] = useState(false)
  const [isFocused, setFocused] = useState(false)
  const isHeld = isPointedAt || isFocused
  const dismiss = useEffectEvent(onDismiss)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => dismiss(), stayMs)
    return () => clearTimeout(timer)
  }, [isHeld, message])
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- they hold the time, and do nothing else
    <div
      className={styles['bar']}
      role="status"
      onPointerEnter={() => setPointedAt(true)}
      onPointerLeave={() => setPointedAt(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <p className={styles['message']}>{message}</p>
      <Button size="small" onClick={onUndo}>
        {undoLabel}
      </Button>
      <IconButton label={dismissLabel} icon={<X />} onClick={onDismiss} />
    </div>
  )
}

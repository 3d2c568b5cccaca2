import { type ComponentProps, useEffect, useRef } from 'react'

type ModalProps = Required<Pick<ComponentProps<'dialog'>, 'ref' | 'onCancel' | 'onClose'>>

/**
 * Keeps a native modal `<dialog>` in step with `open`. Escape and the browser's own ways to close only ask, by `onClose`;
 * whoever owns `open` decides. An element with `data-initial-focus` inside takes the focus instead of the first control.
 */
export function useModal(open: boolean, onClose: () => void): ModalProps {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (dialog === null || dialog.open === open) return
    if (!open) {
      dialog.close()
      return
    }
    dialog.showModal()
    dialog.querySelector<HTMLElement>('[data-initial-focus]')?.focus()
  }, [open])
  return {
    ref,
    onCancel: (event) => {
      // A file picker's `cancel` bubbles up to here; it does not concern the dialog.
      if (event.target !== event.currentTarget) return
      event.preventDefault()
      onClose()
    },
    onClose: (event) => {
      // A second Escape closes without asking; a close that we made ourselves arrives after `open` has gone.
      if (event.target === event.currentTarget && open) onClose()
    },
  }
}

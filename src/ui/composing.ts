import type { KeyboardEvent } from 'react'

/** Whether a key belongs to the input method (a Korean syllable in the making) and not to us. */
export function isComposing(event: KeyboardEvent): boolean {
  // Safari sends the Enter that ends a composition after it, with `isComposing` off; only its key code tells.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else carries this in Safari
  return event.nativeEvent.isComposing || event.keyCode === 229
}

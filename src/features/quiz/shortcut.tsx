import { createContext, use } from 'react'
import { KeyHint } from '#ui/key-hint.tsx'

/**
 * Whether single keys mean something on the page of a question. They can be switched off, since those who speak to their
 * computer or press keys by accident would set things off (WCAG 2.1.4).
 */
export const ShortcutsOn = createContext(true)

/** Says beside a button which key does the same; nothing where keys are off. The button itself says it to screen readers. */
export function Shortcut({ keys }: { readonly keys: string }) {
  return use(ShortcutsOn) ? (
    <span aria-hidden>
      <KeyHint keys={keys} />
    </span>
  ) : null
}

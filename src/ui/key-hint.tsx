import styles from './key-hint.module.css'

/** The keys that do the same as the control beside it; gone where there is no keyboard. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return <kbd className={styles['keys']}>{keys}</kbd>
}

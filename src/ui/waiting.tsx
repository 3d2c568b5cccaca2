import styles from './waiting.module.css'

/** Says in words what is being waited for. It is no live region: who shows it decides what is announced. */
export function Waiting({ label }: { readonly label: string }) {
  return (
    <p className={styles['waiting']}>
      <span className={styles['pulse']} aria-hidden />
      {label}
    </p>
  )
}

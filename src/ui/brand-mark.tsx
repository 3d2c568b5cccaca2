import styles from './brand-mark.module.css'

/**
 * The gate of 問, "to ask", drawn as a chart's margin line and the bracket that listens; between them, in place of the
 * mouth, a tick. `public/icons/icon.svg` is the same drawing.
 */
export function BrandMark({ name }: { readonly name: string }) {
  return (
    <span className={styles['brand']}>
      <svg className={styles['mark']} viewBox="0 0 32 32" fill="none" strokeWidth="2.6" aria-hidden>
        <path className={styles['margin']} d="M7 30V3" />
        <path className={styles['gate']} d="M7 6h6.5M18.5 6H25v21h-4.5" />
        <path className={styles['tick']} d="m11.5 17 3.5 3.7 5.5-8" />
      </svg>
      <span className={styles['name']}>{name}</span>
    </span>
  )
}

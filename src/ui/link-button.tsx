import type { ComponentProps, ReactNode } from 'react'
import type { ButtonVariant } from './button.tsx'
import styles from './button.module.css'
import { classNames } from './class-names.ts'

export interface LinkButtonProps extends ComponentProps<'a'> {
  readonly href: string
  readonly variant?: ButtonVariant
  readonly icon?: ReactNode
  readonly size?: 'normal' | 'small'
  readonly children: ReactNode
}

/** A link that looks like a button: for going somewhere, never for doing something. */
export function LinkButton({
  variant = 'plain',
  icon,
  size = 'normal',
  className,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <a {...rest} className={classNames(styles['button'], styles[variant], styles[size], className)}>
      {icon !== undefined && <span className={styles['icon']}>{icon}</span>}
      {children}
    </a>
  )
}

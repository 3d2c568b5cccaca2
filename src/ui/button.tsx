import type { ComponentProps, ReactNode } from 'react'
import styles from './button.module.css'
import { classNames } from './class-names.ts'

export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger'

export interface ButtonProps extends ComponentProps<'button'> {
  readonly variant?: ButtonVariant
  readonly icon?: ReactNode
  readonly size?: 'normal' | 'small'
}

export function Button({
  variant = 'plain',
  icon,
  size = 'normal',
  className,
  type = 'button',
  children,
  ...rest
}: ButtonProps) {
  return (
    <button {...rest} type={type} className={classNames(styles['button'], styles[variant], styles[size], className)}>
      {icon !== undefined && <span className={styles['icon']}>{icon}</span>}
      {children}
    </button>
  )
}

import { isValidElement, type ReactNode } from 'react'
import type { Components, ExtraProps } from 'react-markdown'
import { Formula } from './formula.tsx'
import styles from './markdown-body.module.css'
import { boxedClass } from './markdown-boxed.ts'

/** Our elements for a text whose highest heading is of level `top`: it becomes an h3, below the page's and its part's. */
export function elementsBelow(top: number): Components {
  return byTop[top] ?? elements
}

const elements: Components = {
  a: ({ href = '', children, node }) => {
    if (href.startsWith('#/')) return <a href={href}>{children}</a>
    const isHidden = href !== '' && !href.startsWith('#') && !saysAddress(node, href)
    return (
      <span>
        {children}
        {isHidden && <span className={styles['address']}>{` (${href})`}</span>}
      </span>
    )
  },
  img: ({ alt }) => alt,
  input: ({ checked }) => <span>{checked === true ? '☑' : '☐'}</span>,
  table: ({ children }) => (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table scrolls, and the keyboard must reach it
    <div className={styles['scroll']} tabIndex={0}>
      <table>{children}</table>
    </div>
  ),
  span: ({ node: _node, className, ...rest }) => (
    <span {...rest} className={className === boxedClass ? styles['boxed'] : className} />
  ),
  code: ({ className = '', children }) =>
    isFormula(className) ? (
      <Formula tex={textOf(children)} display={className.includes('math-display')} />
    ) : (
      <code>{children}</code>
    ),
  pre: ({ children }) =>
    isValidElement<{ className?: string }>(children) && isFormula(children.props.className ?? '') ? (
      <div className={styles['display']}>{children}</div>
    ) : (
      <pre>{children}</pre>
    ),
}

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const

const byTop: readonly Components[] = [0, 1, 2, 3, 4, 5, 6].map((top) => {
  const below = { ...elements }
  for (const [index, heading] of headings.entries()) below[heading] = headings[Math.max(2, index + 3 - top)] ?? 'h6'
  return below
})

function isFormula(className: string): boolean {
  return className.includes('language-math')
}

function textOf(children: ReactNode): string {
  return typeof children === 'string' ? children.replace(/\n$/, '') : ''
}

/** Whether a link's words are its address already. */
function saysAddress(node: ExtraProps['node'], href: string): boolean {
  const child = node?.children.length === 1 ? node.children[0] : undefined
  if (child?.type !== 'text') return false
  const addresses = [href, decoded(href)].flatMap((each) => [each, each.replace(/^(https?:\/\/|mailto:)/, '')])
  return addresses.includes(child.value)
}

function decoded(href: string): string {
  try {
    return decodeURI(href)
  } catch {
    return href
  }
}

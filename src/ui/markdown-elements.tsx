import { isValidElement, type ReactNode } from 'react'
import type { Components, ExtraProps } from 'react-markdown'
import { Formula } from './formula.tsx'
import styles from './markdown-body.module.css'
import { boxedClass } from './markdown-boxed.ts'

/** Our elements for a text whose highest heading is of level `top`: it becomes one of level `shown`. */
export function elementsBelow(top: number, shown: TopHeading): Components {
  return byTop[shown][top] ?? elements
}

/** 3 is below the page's heading and its part's; 2 is for a text that is the page. */
export type TopHeading = 2 | 3

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
  // A table of two columns may have nothing to say above them.
  th: ({ children }) => (children === undefined ? <td /> : <th>{children}</th>),
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

const byTop: Readonly<Record<TopHeading, readonly Components[]>> = { 2: shownAs(2), 3: shownAs(3) }

function shownAs(shown: TopHeading): readonly Components[] {
  return [0, 1, 2, 3, 4, 5, 6].map((top) => {
    const below = { ...elements }
    for (const [index, heading] of headings.entries()) {
      below[heading] = headings[Math.max(shown - 1, index + shown - top)] ?? 'h6'
    }
    return below
  })
}

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

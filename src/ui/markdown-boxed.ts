/** As much of a markdown tree's node as is needed here. */
interface TreeNode {
  readonly type: string
  readonly value?: string
  readonly data?: { readonly hName: string; readonly hProperties: { readonly className: string } }
  children?: TreeNode[]
}

export const boxedClass = 'boxed'

/** A remark plugin: `\boxed{B}` in plain text, as models end an answer without dollar signs, becomes a boxed letter. */
export function remarkBoxed() {
  return boxIn
}

function boxIn(node: TreeNode): void {
  if (node.children === undefined) return
  node.children = node.children.flatMap((child) => {
    if (child.type === 'text' && child.value !== undefined) return boxText(child.value)
    if (child.children !== undefined) boxIn(child)
    return [child]
  })
}

// One pair of braces may stand inside, as in \boxed{\text{B}}; while the text streams, the last one may still be open.
const boxed = /\\boxed\{((?:[^{}]|\{[^{}]*\})*)(?:\}|\{?[^{}]*$)/g

function boxText(text: string): TreeNode[] {
  const parts: TreeNode[] = []
  let end = 0
  for (const match of text.matchAll(boxed)) {
    if (match.index > end) parts.push({ type: 'text', value: text.slice(end, match.index) })
    const words = plainWords(match[1] ?? '')
    if (words !== '') parts.push(boxAround(words))
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push({ type: 'text', value: text.slice(end) })
  return parts
}

function plainWords(tex: string): string {
  return tex
    .replace(/\\(?:text|textbf|mathrm|mathbf)\s*\{([^{}]*)\}/g, '$1')
    .replace(/\\[,;:! ]/g, ' ')
    .trim()
}

function boxAround(value: string): TreeNode {
  return {
    type: 'emphasis',
    data: { hName: 'span', hProperties: { className: boxedClass } },
    children: [{ type: 'text', value }],
  }
}

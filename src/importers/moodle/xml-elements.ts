import { SaxesParser } from 'saxes'

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Its own text, not that of its children. */
  readonly text: string
}

/** How an element is read: text and children, all of it as text with the tags in it, or not at all. */
export type XmlContent = 'elements' | 'markup' | 'nothing'

export interface XmlRead {
  /** The name of the outermost element; null where there is none. */
  readonly root: string | null
  /** Where reading stopped before the end. */
  readonly broken: XmlBreak | null
}

export interface XmlBreak {
  /** In the words of saxes, after line and column. */
  readonly detail: string
  /** The element directly under the root in which it was. */
  readonly within: Pick<XmlElement, 'name' | 'attributes'> | null
}

interface OpenElement extends Pick<XmlElement, 'name' | 'attributes'> {
  readonly children: XmlElement[]
  readonly texts: string[]
  readonly content: XmlContent
  /** Whether it is part of the markup, or of the nothing, of the element around it. */
  readonly isInner: boolean
  readonly isSelfClosing: boolean
}

/**
 * Reads the elements directly under the root of an XML document (https://www.w3.org/TR/xml), each handed over when it ends. Nothing
 * is kept of what has been handed over, and nothing is looked up or expanded: an entity that XML does not know (`&nbsp;`, or one
 * of a DOCTYPE) stays as it is written.
 *
 * Reading stops at the first place that is not well-formed. A character that XML forbids is none: Moodle itself writes them.
 */
export function readXmlElements(
  xml: string,
  contentOf: (name: string) => XmlContent,
  take: (element: XmlElement) => void,
): XmlRead {
  const open: OpenElement[] = []
  let root: string | null = null
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    if (!/: (?:undefined entity|disallowed character)\.$/.test(error.message)) throw error
  })
  parser.on('opentag', (tag) => {
    const parent = open.at(-1)
    if (parent === undefined) root ??= tag.name
    if (parent?.content === 'markup') parent.texts.push(startTag(tag))
    open.push(begun(tag, parent, contentOf))
  })
  parser.on('closetag', () => {
    const ended = open.pop()
    const parent = open.at(-1)
    if (ended === undefined || parent === undefined) return
    const { name, attributes, children, texts } = ended
    if (!ended.isInner) {
      const element = { name, attributes, children, text: texts.join('') }
      if (open.length === 1) take(element)
      else parent.children.push(element)
    } else if (ended.content === 'markup' && !ended.isSelfClosing) texts.push(`</${name}>`)
  })
  const takeText = (text: string): void => {
    const parent = open.length > 1 ? open.at(-1) : undefined
    if (parent !== undefined && parent.content !== 'nothing') parent.texts.push(text)
  }
  parser.on('text', takeText)
  parser.on('cdata', takeText)
  try {
    parser.write(xml).close()
    return { root, broken: null }
  } catch (error) {
    const detail = error instanceof Error ? error.message : ''
    return { root, broken: { detail, within: open[1] ?? null } }
  }
}

type Tag = Pick<OpenElement, 'name' | 'attributes' | 'isSelfClosing'>

function begun(tag: Tag, parent: OpenElement | undefined, contentOf: (name: string) => XmlContent): OpenElement {
  const { name, attributes, isSelfClosing } = tag
  return parent === undefined || parent.content === 'elements'
    ? { name, attributes, isSelfClosing, children: [], texts: [], content: contentOf(name), isInner: false }
    : { name, attributes, isSelfClosing, children: [], texts: parent.texts, content: parent.content, isInner: true }
}

function startTag({ name, attributes, isSelfClosing }: Tag): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value.replaceAll('"', '&quot;')}"`)
  return `<${name}${written.join('')}${isSelfClosing ? '/' : ''}>`
}

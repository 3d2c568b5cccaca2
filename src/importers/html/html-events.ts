import { Tokenizer } from 'htmlparser2'
import { withoutControls } from '../clean-text.ts'

export type HtmlEvent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }

const noAttributes: ReadonlyMap<string, string> = new Map()

/**
 * The texts and tags of a piece of HTML in their order, entities decoded, names in small letters; comments are left out, and a tag
 * that closes itself (`<td/>`) is an opening and a closing one. Any text is HTML: there are no faults.
 *
 * Only the tokenizer of htmlparser2 is used. Its parser keeps the open elements in an array that it searches and shifts, so that
 * its time grows with the square of their depth.
 */
export function htmlEvents(html: string): readonly HtmlEvent[] {
  const events: HtmlEvent[] = []
  let texts: string[] = []
  let name = ''
  let attributes: Map<string, string> | null = null
  let attribute = ''
  let value: string[] = []
  let foreignDepth = 0

  const endText = (): void => {
    const text = withoutControls(texts.join(''))
    if (text !== '') events.push({ kind: 'text', text })
    texts = []
  }
  const open = (): void => {
    endText()
    events.push({ kind: 'open', name, attributes: attributes ?? noAttributes })
    if (isForeign(name)) foreignDepth += 1
  }
  const close = (closed: string): void => {
    endText()
    events.push({ kind: 'close', name: closed })
    if (isForeign(closed) && foreignDepth > 0) foreignDepth -= 1
  }

  const tokenizer = new Tokenizer(
    { recognizeSelfClosing: true },
    {
      ontext: (start, end) => texts.push(html.slice(start, end)),
      ontextentity: (codePoint) => texts.push(String.fromCodePoint(codePoint)),
      oncdata: (start, end, rest) => texts.push(html.slice(start, end - rest)),
      onopentagname: (start, end) => {
        name = tagName(html.slice(start, end))
        attributes = null
      },
      onattribname: (start, end) => {
        attribute = html.slice(start, end).toLowerCase()
        value = []
      },
      onattribdata: (start, end) => value.push(html.slice(start, end)),
      onattribentity: (codePoint) => value.push(String.fromCodePoint(codePoint)),
      onattribend: () => {
        attributes ??= new Map()
        if (!attributes.has(attribute)) attributes.set(attribute, withoutControls(value.join('')))
      },
      onopentagend: open,
      onselfclosingtag: () => {
        open()
        // A closing `</br>` is a line break of its own.
        if (name !== 'br') close(name)
      },
      onclosetag: (start, end) => close(tagName(html.slice(start, end))),
      onend: endText,
      oncomment: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      isInForeignContext: () => foreignDepth > 0,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return events
}

function tagName(written: string): string {
  const name = written.toLowerCase()
  return name === 'image' ? 'img' : name
}

/** Where `<style>` and `<title>` are elements like any other. */
function isForeign(name: string): boolean {
  return name === 'svg' || name === 'math'
}

function ignore(): void {
  // Neither comments nor declarations are text.
}

import type { HtmlEvent } from './html-events.ts'
import { openLists } from './html-lists.ts'
import { openTableWriter } from './html-table.ts'
import type { TableWriter } from './html-table.ts'
import { inSmallDigits } from './small-digits.ts'
import type { SmallPosition } from './small-digits.ts'
import { openTextWriter } from './text-writer.ts'
import type { TextWriter } from './text-writer.ts'

/** Elements that begin and end a line: https://html.spec.whatwg.org/multipage/rendering.html#flow-content-3 */
const blockNames: ReadonlySet<string> = new Set([
  ...[
    'address',
    'article',
    'aside',
    'blockquote',
    'body',
    'caption',
    'center',
    'dd',
    'details',
    'dialog',
    'dir',
    'div',
  ],
  ...['dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header'],
  ...[
    'hgroup',
    'hr',
    'html',
    'legend',
    'li',
    'listing',
    'main',
    'menu',
    'nav',
    'ol',
    'p',
    'plaintext',
    'pre',
    'search',
  ],
  ...['section', 'summary', 'table', 'td', 'th', 'tr', 'ul', 'xmp'],
])

const asIsNames: ReadonlySet<string> = new Set(['listing', 'plaintext', 'pre', 'xmp'])

/**
 * The lines of a piece of HTML as `innerText` has them: a block begins and ends a line, a paragraph stands between blank lines.
 * Elements are counted and not stacked, so that any depth and any order of tags is read in linear time.
 */
export function layOut(events: readonly HtmlEvent[]): readonly string[] {
  const main = openTextWriter()
  const lists = openLists()
  const small = openSmall()
  let table: TableWriter | null = null
  let tableDepth = 0
  let asIsDepth = 0
  let isFirstOfPre = false

  const writer = (): TextWriter => table?.cell() ?? main
  const beginOrEndBlock = (name: string): void => {
    small.reset()
    writer().endLine()
    if (name === 'p' && !lists.areOpen()) writer().leaveBlank()
  }
  const endTable = (): void => {
    const lines = table?.lines() ?? []
    table = null
    if (lines.length > 0) putApart(lines, main)
  }

  const openTable = (name: string, attributes: ReadonlyMap<string, string>): void => {
    if (name === 'table') tableDepth += 1
    if (name === 'table' && tableDepth === 1) table = openTableWriter()
    if (table === null || tableDepth !== 1) return
    if (name === 'tr') table.startRow()
    if (name === 'td' || name === 'th') table.startCell(attributes.get('colspan'))
  }
  const closeTable = (name: string): void => {
    if (table === null) return
    if (tableDepth === 1 && (name === 'td' || name === 'th' || name === 'tr')) table.endCell()
    if (name === 'table') tableDepth -= 1
    if (tableDepth === 0) endTable()
  }

  const onOpen = (name: string, attributes: ReadonlyMap<string, string>): void => {
    if (name === 'br') writer().breakLine()
    else if (name === 'sub' || name === 'sup') small.open(name)
    if (!blockNames.has(name)) return
    beginOrEndBlock(name)
    openTable(name, attributes)
    if (name === 'ul' || name === 'ol') lists.start(name, attributes.get('start'))
    else if (name === 'li') writer().startWith(lists.nextMark(attributes.get('value')))
    else if (asIsNames.has(name)) asIsDepth += 1
    isFirstOfPre = name === 'pre' || name === 'listing'
  }
  const onClose = (name: string): void => {
    if (name === 'br') writer().breakLine()
    else if (name === 'sub' || name === 'sup') small.close(name)
    if (!blockNames.has(name)) return
    beginOrEndBlock(name)
    closeTable(name)
    if (name === 'ul' || name === 'ol') lists.end(name)
    else if (asIsNames.has(name)) asIsDepth = Math.max(asIsDepth - 1, 0)
    if (name === 'ul' || name === 'ol' || name === 'li') writer().startWith('')
  }
  const onText = (text: string): void => {
    const shown = small.inPosition(text)
    // The line break after `<pre>` is no line of it.
    if (asIsDepth > 0) writer().writeAsIs(isFirstOfPre ? shown.replace(/^\n/, '') : shown)
    else writer().write(shown)
    isFirstOfPre = false
  }

  for (const event of events) {
    if (event.kind === 'text') onText(event.text)
    else if (event.kind === 'open') onOpen(event.name, event.attributes)
    else onClose(event.name)
  }
  endTable()
  return main.lines()
}

function putApart(lines: readonly string[], writer: TextWriter): void {
  writer.endLine()
  writer.leaveBlank()
  for (const line of lines) {
    writer.writeAsIs(line)
    writer.endLine()
  }
  writer.leaveBlank()
}

/** Whether the text is raised or lowered. */
interface Small {
  open(position: SmallPosition): void
  close(position: SmallPosition): void
  /** A block is never raised: what was left open before it is a forgotten end tag, and would spoil every number to come. */
  reset(): void
  inPosition(text: string): string
}

function openSmall(): Small {
  const depth = { sub: 0, sup: 0 }
  let latest: SmallPosition = 'sup'
  return {
    open(position) {
      depth[position] += 1
      latest = position
    },
    close(position) {
      depth[position] = Math.max(depth[position] - 1, 0)
    },
    reset() {
      depth.sub = 0
      depth.sup = 0
    },
    inPosition(text) {
      const other = latest === 'sup' ? 'sub' : 'sup'
      const position = depth[latest] > 0 ? latest : other
      return depth[position] > 0 ? inSmallDigits(text, position) : text
    },
  }
}

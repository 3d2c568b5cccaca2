import type { HtmlEvent } from './html-events.ts'
import { figureFile, figureText, figureWords, isFigure, withoutSounds } from './html-figures.ts'

export interface VisibleHtml {
  readonly events: readonly HtmlEvent[]
  /** What the figures are called, in their order. */
  readonly figures: readonly string[]
}

/** Elements whose content is letters and not tags: it ends at the end tag of the same name and nowhere before. */
const lettersOnly = ['script', 'style', 'iframe', 'noembed', 'noframes', 'textarea', 'title']

const leftOut: ReadonlySet<string> = new Set([
  ...lettersOnly,
  ...['object', 'audio', 'video', 'svg', 'applet', 'frameset', 'template', 'annotation', 'annotation-xml'],
  ...['select', 'datalist', 'option', 'optgroup', 'progress', 'meter', 'output'],
])

const activeNames: ReadonlySet<string> = new Set([
  ...['script', 'style', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'form', 'button', 'input'],
  ...['textarea', 'select', 'datalist', 'option', 'optgroup', 'progress', 'meter', 'output', 'keygen'],
])

const addresses = ['href', 'xlink:href', 'src', 'data', 'action', 'formaction']

/** Script, style, frames, embedded objects and forms, handlers of events, and addresses that are script. */
export function isActive(event: HtmlEvent): boolean {
  if (event.kind !== 'open') return false
  const { name, attributes } = event
  return (
    activeNames.has(name) ||
    [...attributes.keys()].some((attribute) => /^on[a-z]/.test(attribute)) ||
    addresses.some((attribute) => isScript(attributes.get(attribute) ?? ''))
  )
}

/** Browsers read an address without the blanks in its scheme. */
function isScript(address: string): boolean {
  return /^(?:javascript|vbscript):/i.test(address.slice(0, 200).replace(/\s+/g, ''))
}

/** An element that is being left out with all that is in it. */
interface Dropping {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly file: string | null
  /** How many elements of this name are open. */
  readonly depth: number
}

/**
 * What of a piece of HTML is to be read: elements that hold no text for a reader go with their content, figures become their own
 * words. An element that is never closed is left out alone, so that a forgotten end tag does not swallow what follows.
 */
export function visibleHtml(all: readonly HtmlEvent[]): VisibleHtml {
  const ends = lastEnds(all)
  const events: HtmlEvent[] = []
  const figures: string[] = []
  let dropping: Dropping | null = null
  const leave = ({ name, attributes, file }: Dropping): void => {
    if (isFigure(name)) figures.push(file ?? figureWords(attributes) ?? name)
  }
  for (const [at, event] of all.entries()) {
    if (dropping !== null) {
      dropping = goOnDropping(dropping, event)
      if (dropping.depth > 0 && ends.get(dropping.name) !== at) continue
      leave(dropping)
      dropping = null
    } else if (event.kind === 'text') {
      const { text, sounds } = withoutSounds(event.text)
      for (const sound of sounds) figures.push(sound)
      events.push({ kind: 'text', text })
    } else if (event.kind === 'open' && (leftOut.has(event.name) || isFigure(event.name))) {
      const { name, attributes } = event
      const dropped = { name, attributes, file: figureFile(attributes), depth: 1 }
      if (isFigure(name)) events.push({ kind: 'text', text: figureText(attributes) })
      if (isClosedLater(name, at, ends)) dropping = dropped
      else leave(dropped)
    } else {
      events.push(event)
    }
  }
  if (dropping !== null) leave(dropping)
  return { events, figures }
}

function lastEnds(events: readonly HtmlEvent[]): ReadonlyMap<string, number> {
  return new Map(events.flatMap((event, at) => (event.kind === 'close' ? [[event.name, at] as const] : [])))
}

function isClosedLater(name: string, at: number, ends: ReadonlyMap<string, number>): boolean {
  return leftOut.has(name) && (lettersOnly.includes(name) || (ends.get(name) ?? -1) > at)
}

/** A film names its file in a `<source>` of its own. */
function goOnDropping(dropping: Dropping, event: HtmlEvent): Dropping {
  const { name, depth, file } = dropping
  if (event.kind === 'text') return dropping
  if (event.kind === 'close') return event.name === name ? { ...dropping, depth: depth - 1 } : dropping
  return { ...dropping, depth: event.name === name ? depth + 1 : depth, file: file ?? figureFile(event.attributes) }
}

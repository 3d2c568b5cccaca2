import { withoutControls } from '../clean-text.ts'

/** Elements that show or play what lies in another file, or what no text can hold. */
const figureNames: ReadonlySet<string> = new Set(['img', 'audio', 'video', 'object', 'embed', 'svg'])

export function isFigure(name: string): boolean {
  return figureNames.has(name)
}

/** The file that a figure shows, without its path; null where it names none. */
export function figureFile(attributes: ReadonlyMap<string, string>): string | null {
  return fileName(attributes.get('src') ?? attributes.get('data') ?? '')
}

/** What a figure says of itself; null where it says nothing. */
export function figureWords(attributes: ReadonlyMap<string, string>): string | null {
  const words = ['alt', 'aria-label', 'title'].map((name) => attributes.get(name)?.trim() ?? '')
  return words.find((text) => text !== '') ?? null
}

/** What stands in the text in place of a figure. */
export function figureText(attributes: ReadonlyMap<string, string>): string {
  const words = attributes.get('alt')?.trim() ?? ''
  return words === '' ? '' : `[${words}]`
}

/** A text of an Anki note without its `[sound:x.mp3]`, and the files that they name. */
export function withoutSounds(text: string): { readonly text: string; readonly sounds: readonly string[] } {
  const sounds: string[] = []
  const rest = text.replace(/\[sound:([^[\]]*)\]/g, (_, file: string) => {
    sounds.push(fileName(file) ?? 'sound')
    return ''
  })
  return { text: rest, sounds }
}

/** The last part of an address; null for none and for a file that is its own address (`data:`). */
function fileName(address: string): string | null {
  if (/^\s*(?:data|blob):/i.test(address)) return null
  const path = address.split(/[?#]/, 1)[0] ?? ''
  const name = lastPart(decoded(lastPart(path))).trim()
  return name === '' ? null : name
}

function lastPart(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}

function decoded(name: string): string {
  try {
    return withoutControls(decodeURIComponent(name))
  } catch {
    return name
  }
}

import type { KeyReading } from '#domain/importing/mapping.ts'
import { indexOfLabel } from './labels.ts'

/**
 * Which options a key names, counted from 0 and in their order. Null where the cell cannot be read so; the numbers may lie outside
 * the options, and nothing is named by an empty cell or by −1, which some files write for a key that is kept secret.
 */
export function readKey(cell: string, reading: KeyReading, options: readonly string[]): readonly number[] | null {
  const text = cell.trim()
  if (text === '' || text === '-1') return []
  const found = readers[reading](text, options)
  if (found === null || found.includes(null)) return null
  return [...new Set(found.filter((index) => index !== null))].sort((a, b) => a - b)
}

type Found = readonly (number | null)[] | null

const readers: Readonly<Record<KeyReading, (text: string, options: readonly string[]) => Found>> = {
  letters: (text) => (/^[A-O]{2,15}$/.test(text) ? Array.from(text) : parts(text)).map(indexOfLabel),
  from1: (text) => numbers(text, 1),
  from0: (text) => numbers(text, 0),
  words: (text, options) => {
    const index = options.findIndex((option) => sameWords(option, text))
    return [index < 0 ? null : index]
  },
  flags: (text) => {
    const flags = /^[01]+$/.test(text) ? Array.from(text) : parts(text)
    if (!flags.every((flag) => flag === '0' || flag === '1')) return null
    return flags.flatMap((flag, index) => (flag === '1' ? [index] : []))
  },
}

function numbers(text: string, first: number): Found {
  return parts(text).map((part) => (/^\d{1,2}(\.0)?$/.test(part) ? Number(part) - first : null))
}

function parts(text: string): readonly string[] {
  return text
    .split(/[\s,;/|&+]+/)
    .map((part) => part.replace(/^\(|[.)]$/g, ''))
    .filter((part) => part !== '')
}

function sameWords(a: string, b: string): boolean {
  return a.trim().toLowerCase().replaceAll(/\s+/g, ' ') === b.trim().toLowerCase().replaceAll(/\s+/g, ' ')
}

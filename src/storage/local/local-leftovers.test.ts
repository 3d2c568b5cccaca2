import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { manualClock } from '#testing/builders/manual-clock.ts'
import { noteSchema } from '#testing/contracts/note.ts'
import { localLeftovers } from './local-leftovers.ts'

/** As much of a browser's storage as is used here: items are its own properties. */
class PlainStorage {
  [key: string]: unknown
  getItem(key: string): string | null {
    return (this[key] as string | undefined) ?? null
  }
  setItem(key: string, text: string): void {
    this[key] = text
  }
  removeItem(key: string): void {
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- this is what a Storage does.
    delete this[key]
  }
}

let storage: PlainStorage

beforeEach(() => {
  storage = new PlainStorage()
  vi.stubGlobal('localStorage', storage)
})

afterEach(() => {
  vi.unstubAllGlobals()
})

const page = (id: string) => localLeftovers(noteSchema, manualClock(), id)
const texts = (leftovers: ReturnType<typeof page>) => leftovers.takeUp().map(({ value }) => value.text)

describe('leftovers', () => {
  it('are taken up by the next page and gone once that has kept them', () => {
    page('a').putDown([{ text: 'one' }, { text: 'two' }])
    const next = page('b')
    expect(texts(next)).toEqual(['one', 'two'])
    expect(texts(page('c'))).toEqual(['one', 'two'])
    next.clear()
    expect(texts(page('d'))).toEqual([])
  })

  it('of a page are replaced by its newer ones, and by nothing', () => {
    const leaving = page('a')
    leaving.putDown([{ text: 'one' }])
    leaving.putDown([{ text: 'two' }])
    expect(texts(page('b'))).toEqual(['two'])
    leaving.putDown([])
    expect(texts(page('b'))).toEqual([])
  })

  it('of two pages do not get into each other’s way', () => {
    page('a').putDown([{ text: 'one' }])
    page('b').putDown([{ text: 'two' }])
    expect(texts(page('c')).sort()).toEqual(['one', 'two'])
  })

  it.each([
    ['damaged', '{"no list'],
    ['from a newer app', '[{"kind":"note","version":99,"savedAt":1,"data":{}}]'],
  ])('that are %s stay where they are', (_, text) => {
    page('a').putDown([{ text: 'one' }])
    storage.setItem('munjin-left:note:z', text)
    const next = page('b')
    expect(texts(next)).toEqual(['one'])
    next.clear()
    expect(storage.getItem('munjin-left:note:z')).toBe(text)
  })

  it('do without a storage', () => {
    vi.stubGlobal('localStorage', undefined)
    const leaving = page('a')
    leaving.putDown([{ text: 'one' }])
    leaving.clear()
    expect(texts(leaving)).toEqual([])
  })
})

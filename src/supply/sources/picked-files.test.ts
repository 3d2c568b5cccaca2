import { describe, expect, it } from 'vitest'
import type { ReadableFile } from './picked-files.ts'
import { pickedIdentity, pickedSource } from './picked-files.ts'
import { stopped } from './transfer-line.ts'

const bytes = Uint8Array.from({ length: 100 }, (_, index) => index)
const signal = new AbortController().signal
const sourceOf = (file: ReadableFile) => pickedSource([{ name: 'w', file }])

describe('a picked file', () => {
  it('is read in place', async () => {
    const source = sourceOf(new File([bytes], 'w'))
    expect(await source.read('w', 10, 20, signal)).toEqual({ ok: true, value: bytes.slice(10, 20) })
    expect(await source.read('w', 7, 7, signal)).toEqual({ ok: true, value: new Uint8Array(0) })
    expect(await source.read('w', 90, 101, signal)).toMatchObject({ failure: { kind: 'unexpected' } })
    expect(await source.read('x', 0, 1, signal)).toMatchObject({ failure: { kind: 'unexpected' } })
  })

  it('is known by its size and its last change', () => {
    const file = new File([bytes], 'w', { lastModified: 5 })
    expect(pickedIdentity([{ name: 'w', file }])).toEqual([{ name: 'w', bytes: 100, stamp: '5' }])
    expect(pickedIdentity([{ name: 'w', file: new Blob([bytes]) }])).toEqual([{ name: 'w', bytes: 100 }])
  })

  it.each(['NotReadableError', 'NotFoundError'])('that is gone cannot be read: %s', async (name) => {
    const slice = () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', name)) })
    const read = await sourceOf({ size: 100, slice }).read('w', 0, 10, signal)
    expect(read).toEqual({ ok: false, failure: { kind: 'fileUnreadable', file: 'w', detail: `${name}: gone` } })
  })

  it('that has changed cannot be read', async () => {
    const file = { size: 100, slice: (begin: number, end: number) => new Blob([bytes]).slice(begin, end) }
    const source = sourceOf(file)
    file.size = 90
    expect(await source.read('w', 0, 10, signal)).toMatchObject({ failure: { kind: 'fileUnreadable' } })
    file.size = 100
    file.slice = (begin) => new Blob([bytes]).slice(begin, begin + 1)
    expect(await source.read('w', 0, 10, signal)).toMatchObject({ failure: { kind: 'fileUnreadable' } })
    file.slice = () => {
      throw new DOMException('gone', 'NotReadableError')
    }
    expect(await source.read('w', 0, 10, signal)).toMatchObject({ failure: { kind: 'fileUnreadable' } })
  })

  it('is not waited for when nobody wants it any more', async () => {
    const control = new AbortController()
    const file = { size: 100, slice: () => ({ arrayBuffer: () => new Promise<ArrayBuffer>(() => undefined) }) }
    const reading = sourceOf(file).read('w', 0, 10, control.signal)
    control.abort()
    expect(await reading).toEqual({ ok: false, failure: stopped })
    expect(await sourceOf(file).read('w', 0, 10, control.signal)).toEqual({ ok: false, failure: stopped })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '#lib/time.ts'
import type { Note } from '#testing/contracts/note.ts'
import { noteSchema } from '#testing/contracts/note.ts'
import type { Schema } from './envelope.ts'
import { envelop, open } from './envelope.ts'

describe('opening a record', () => {
  it('gives back what was put in', () => {
    const found = envelop(noteSchema, { text: 'x' }, instant(7))
    expect(open(noteSchema, found)).toEqual({ ok: true, value: { value: { text: 'x' }, savedAt: 7 } })
  })

  it('lifts an old record step by step', () => {
    const schema: Schema<Note> = {
      ...noteSchema,
      lifts: [...noteSchema.lifts, (data) => ({ text: `${(data as Note).text}!` })],
    }
    expect(open(schema, { kind: 'note', version: 1, savedAt: 7, data: 'x' })).toMatchObject({
      ok: true,
      value: { value: { text: 'x!' } },
    })
  })

  it('calls a record damaged when a lift cannot take it', () => {
    const lifts = [
      () => {
        throw new TypeError('no')
      },
    ]
    const found = { kind: 'note', version: 1, savedAt: 7, data: 'x' }
    expect(open({ ...noteSchema, lifts }, found)).toMatchObject({ ok: false, failure: { kind: 'damaged' } })
  })

  it('never throws, whatever was found', () => {
    fc.assert(
      fc.property(fc.anything(), (found) => {
        const opened = open(noteSchema, found)
        expect(opened.ok || opened.failure.kind === 'damaged' || opened.failure.kind === 'fromTheFuture').toBe(true)
      }),
    )
  })
})

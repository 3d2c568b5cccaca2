import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Schema } from '#storage/envelope.ts'

/** A record that contracts keep: small, and with a past (version 1 was a bare string). */
export interface Note {
  readonly text: string
}

export const noteSchema: Schema<Note> = {
  kind: 'note',
  lifts: [(data) => ({ text: data })],
  parse: parseNote,
}

function parseNote(data: unknown): Result<Note, string> {
  if (typeof data !== 'object' || data === null || !('text' in data)) return fail('text: missing')
  return typeof data.text === 'string' ? succeed({ text: data.text }) : fail('text: not a string')
}

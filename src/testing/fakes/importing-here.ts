import initSqlJs from 'sql.js'
import { fail, succeed } from '#lib/result.ts'
import { openImportSession } from '#importers/import-session.ts'
import type { Importing } from '#importers/importing-port.ts'

/** Reads files as the worker does, without one. `die` makes it answer as a worker that was killed. */
export function importingHere(): Importing & { die(): void } {
  const session = openImportSession(() => initSqlJs())
  let isDead = false
  const dead = () => fail({ kind: 'stopped' as const, detail: 'killed' })
  return {
    look: async (file, fileName) => (isDead ? dead() : session.look(await file.arrayBuffer(), fileName)),
    preview: (choice) => Promise.resolve(isDead ? dead() : succeed(session.preview(choice))),
    questions: (from, count) => Promise.resolve(isDead ? dead() : succeed(session.questions(from, count))),
    stop: () => undefined,
    die: () => {
      isDead = true
    },
  }
}

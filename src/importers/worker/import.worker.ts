import initSqlJs from 'sql.js'
import sqliteUrl from 'sql.js/dist/sql-wasm-browser.wasm?url'
import { fail, succeed } from '#lib/result.ts'
import { openImportSession } from '../import-session.ts'
import type { ImportAnswers, ImportCommand, NumberedAnswer, NumberedCommand } from '../wire.ts'

// Reads what a student brings, away from the page. A file is read by the browser from the disk; nothing is fetched but SQLite.

declare const self: DedicatedWorkerGlobalScope

const session = openImportSession(() => initSqlJs({ locateFile: () => sqliteUrl }))

self.addEventListener('message', ({ data: { number, command } }: MessageEvent<NumberedCommand>) => {
  void answer(command).then((found) => self.postMessage({ number, answer: found } satisfies NumberedAnswer))
})

async function answer(command: ImportCommand): Promise<ImportAnswers[ImportCommand['kind']]> {
  try {
    switch (command.kind) {
      case 'look':
        return await session.look(await command.file.arrayBuffer(), command.fileName)
      case 'preview':
        return succeed(session.preview(command.choice))
      case 'questions':
        return succeed(session.questions(command.from, command.count))
    }
  } catch (error) {
    return fail({ kind: 'stopped', detail: String(error) })
  }
}

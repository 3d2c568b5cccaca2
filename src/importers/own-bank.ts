import type { FieldFault, FileFault } from '#domain/importing/import-fault.ts'
import type { BankFault } from '#domain/question-bank/parse-bank.ts'
import { readBank } from '#domain/question-bank/parse-bank.ts'
import { parseJson } from '#lib/json.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { FileRead } from './read-file.ts'

/** Reads a bank of our own format. Questions at fault are left out and named; a head at fault refuses the file. */
export function readOwnBank(text: string): Result<FileRead, FileFault> {
  const parsed = parseJson(text)
  if (!parsed.ok) return fail({ kind: 'damaged', place: null, detail: parsed.failure })
  const { head, questions, faults } = readBank(parsed.value)
  if (head === null) {
    const fault = faults.find(({ question }) => question === null)
    const isNewer = fault?.kind === 'unknownVersion'
    return fail({ kind: isNewer ? 'unsupported' : 'damaged', place: null, detail: fault?.path ?? '' })
  }
  const { id, title, licence, author, createdAt, notice } = head
  return succeed({
    format: 'bank',
    about: { id, title, licence, author, createdAt, notice },
    content: {
      kind: 'questions',
      imported: { questions, faults: faults.flatMap(fieldFault), warnings: [] },
    },
  })
}

function fieldFault({ kind, question, path }: BankFault): readonly FieldFault[] {
  if (question === null) return []
  const place = { unit: 'question', at: question.index + 1 } as const
  return [{ kind: 'field', fault: kind, place, detail: path.split('.').slice(2).join('.') }]
}

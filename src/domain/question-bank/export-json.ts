import type { QuestionBank } from './question.ts'

/** A bank as a file of our own format, version 1: what `parseBank` reads back to the same bank. See public/banks/FORMAT.md. */
export function bankAsJson(bank: QuestionBank): string {
  return `${JSON.stringify({ format: 'munjin-bank', version: 1, ...bank }, null, 2)}\n`
}

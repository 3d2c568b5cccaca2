import type { Result } from './result.ts'
import { fail, succeed } from './result.ts'

/** `JSON.parse` as a value: what comes back is `unknown`, and a syntax error is a failure with its text. */
export function parseJson(text: string): Result<unknown, string> {
  try {
    return succeed(JSON.parse(text) as unknown)
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}

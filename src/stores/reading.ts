import type { Result } from '#lib/result.ts'

/** A file that comes with the app, as far as it was read. */
export type Reading<T> =
  | { readonly kind: 'absent' | 'loading' }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly detail: string }

/** Loads and parses a file. Does not throw. */
export async function readParsed<T>(
  load: () => Promise<unknown>,
  parse: (data: unknown) => Result<T, string>,
): Promise<Reading<T>> {
  try {
    const parsed = parse(await load())
    return parsed.ok ? { kind: 'ready', value: parsed.value } : { kind: 'failed', detail: parsed.failure }
  } catch (error) {
    return { kind: 'failed', detail: detailOf(error) }
  }
}

/** Whether a file is still to be read, or read again. */
export function isToBeRead({ kind }: Reading<unknown>): boolean {
  return kind === 'absent' || kind === 'failed'
}

export function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

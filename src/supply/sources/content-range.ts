/** What a `Content-Range` header says (RFC 9110, 14.4); `end` is the byte after the last one. */
export interface ContentRange {
  readonly begin: number
  readonly end: number
  /** Length of the whole file; null for `*`. */
  readonly total: number | null
}

export function parseContentRange(header: string): ContentRange | null {
  const [, first, last, total] = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/i.exec(header.trim()) ?? []
  if (first === undefined || last === undefined || Number(last) < Number(first)) return null
  return { begin: Number(first), end: Number(last) + 1, total: total === '*' ? null : Number(total) }
}

/** The whole length from the answer to a range that does not exist: `bytes *\/123`. */
export function unsatisfiedTotal(header: string | null): number | null {
  const [, total] = /^bytes \*\/(\d{1,15})$/i.exec(header?.trim() ?? '') ?? []
  return total === undefined ? null : Number(total)
}

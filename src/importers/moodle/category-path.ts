/** Where a question stands in a Moodle question bank. */
export interface CategoryPath {
  /** The category itself; empty where there is none. */
  readonly subject: string
  /** The categories around it, from the outermost. */
  readonly tags: readonly string[]
}

export const noCategory: CategoryPath = { subject: '', tags: [] }

/**
 * Reads a path as Moodle's exports write it, `$course$/top/Cardiology/Arrhythmia`: names between slashes, a slash within a name
 * doubled. The context at its beginning and the category `top`, which every bank has, say nothing of a question.
 */
export function readCategoryPath(path: string): CategoryPath {
  const names = path.split(/(?<!\/)\/(?!\/)/).map((name) => name.replaceAll('//', '/').trim())
  const afterContext = /^\$[a-z]+\d*\$$/i.test(names[0] ?? '') ? names.slice(1) : names
  const own = (afterContext[0] === 'top' ? afterContext.slice(1) : afterContext).filter((name) => name !== '')
  return { subject: own.at(-1) ?? '', tags: own.slice(0, -1) }
}

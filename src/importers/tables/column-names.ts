/**
 * Names for columns of which some have none and some share one: a column without a name takes its number, counted from
 * 1, and a name that stands further left already takes a suffix, as in `Option`, `Option 2`, `Option 3`.
 */
export function nameColumns(given: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return given.map((text, index) => {
    const name = text.trim() === '' ? String(index + 1) : text.trim()
    const free = freeName(name, taken)
    taken.add(free)
    return free
  })
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name
  for (let copy = 2; taken.has(free); copy++) free = `${name} ${copy}`
  return free
}

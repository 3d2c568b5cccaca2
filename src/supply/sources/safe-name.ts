/** Longest path that is believed; the hub and file systems allow less for one name. */
const longestPath = 1024

/**
 * Whether a path that somebody else wrote stays below the folder it is said to be in: relative, with `/`, nothing that
 * climbs, no characters that a file system or an address could read as something else.
 */
export function isSafePath(path: string): boolean {
  if (path === '' || path.length > longestPath) return false
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f\\]/.test(path) || /^[A-Za-z]:/.test(path)) return false
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}

/** A safe path without folders. */
export function isSafeName(name: string): boolean {
  return isSafePath(name) && !name.includes('/')
}

/** The path as part of an address. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

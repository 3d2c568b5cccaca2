import type { KeptNotesPlace } from './kept-notes-port.ts'

/** Frozen: under another name earlier notes would not be found. */
const key = 'munjin-kept-models'

/** In `localStorage`, which Chromium leaves alone when it frees an origin's databases, caches and files. */
export const browserKeptNotes: KeptNotesPlace = {
  read() {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  },
  write(text) {
    try {
      localStorage.setItem(key, text)
    } catch {
      // Full or forbidden.
    }
  },
}

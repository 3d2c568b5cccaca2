import type { StartGuard } from './start-guard-port.ts'

const key = 'munjin-model-start'

/** In `localStorage`, since it must be written before the crash that it is there for. */
export const browserStartGuard: StartGuard = {
  lastStartFailed: () => readMark() !== null,
  begin: () => writeMark(() => localStorage.setItem(key, 'began')),
  end: () => writeMark(() => localStorage.removeItem(key)),
}

function readMark(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    // Without storage nothing can be remembered, and nothing starts by itself: see `composition.ts`.
    return 'unknown'
  }
}

function writeMark(write: () => void): void {
  try {
    write()
  } catch {
    // A full or forbidden storage must not keep a model from starting by hand.
  }
}

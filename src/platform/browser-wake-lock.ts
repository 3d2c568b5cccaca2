import type { WakeLockPort } from './wake-lock-port.ts'

/** A browser lets go whenever the page is hidden, so it is asked again when the page is seen again. */
export const browserWakeLock: WakeLockPort = {
  async hold() {
    let held = true
    const isHeld = (): boolean => held
    let sentinel: WakeLockSentinel | null = null
    const ask = async (): Promise<void> => {
      if (!isHeld() || document.visibilityState !== 'visible') return
      const given = await requestScreen()
      if (isHeld()) sentinel = given
      else await given?.release()
    }
    const askAgain = (): void => void ask()
    document.addEventListener('visibilitychange', askAgain)
    await ask()
    return () => {
      held = false
      document.removeEventListener('visibilitychange', askAgain)
      void sentinel?.release()
    }
  },
}

/** Refused on an empty battery, for instance; then the machine may sleep, which loses nothing. */
async function requestScreen(): Promise<WakeLockSentinel | null> {
  if (!('wakeLock' in navigator)) return null
  return await navigator.wakeLock.request('screen').catch(() => null)
}

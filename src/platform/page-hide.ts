/** Runs an action whenever the page may be about to go; returns how to stop that. */
export function onPageHide(action: () => void): () => void {
  const onVisibility = (): void => {
    if (document.visibilityState === 'hidden') action()
  }
  document.addEventListener('visibilitychange', onVisibility)
  window.addEventListener('pagehide', action)
  return () => {
    document.removeEventListener('visibilitychange', onVisibility)
    window.removeEventListener('pagehide', action)
  }
}

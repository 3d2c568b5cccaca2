import { EngineError } from '../../engine-port.ts'

const lockName = 'munjin-engine'

export interface SoleEngine {
  /**
   * Makes this worker the only one of all tabs that has a model in the GPU.
   *
   * @throws EngineError `loadedElsewhere`, unless `takeOver` makes the other one give way.
   */
  claim(takeOver: boolean): Promise<void>
  release(): void
}

/**
 * One engine an origin, by a Web Lock: it is held as long as a model is loaded and falls when the worker ends, however
 * it ends. `onTaken` is called when another tab's worker has stolen it.
 */
export function soleEngine(locks: LockManager, onTaken: () => void): SoleEngine {
  let release: (() => void) | null = null

  function claim(takeOver: boolean): Promise<void> {
    if (release !== null) return Promise.resolve()
    return new Promise((resolve, reject) => {
      const held = locks.request(lockName, takeOver ? { steal: true } : { ifAvailable: true }, (lock) => {
        if (lock === null) {
          reject(new EngineError({ kind: 'loadedElsewhere' }))
          return undefined
        }
        return new Promise<void>((done) => {
          release = done
          resolve()
        })
      })
      // A request is rejected only when its lock is stolen while it is held.
      held.catch(() => {
        release = null
        onTaken()
      })
    })
  }

  return {
    claim,
    release() {
      release?.()
      release = null
    },
  }
}

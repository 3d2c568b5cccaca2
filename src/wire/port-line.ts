import type { Line } from './line.ts'

/** What `MessagePort` and a worker's own global scope have in common. */
export interface PostTarget {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
}

/** A line over anything that posts messages. It is trusted to carry only what its other end's type says. */
export function portLine<Sent, Heard>(port: PostTarget, close: () => void): Line<Sent, Heard> {
  return {
    post: (message) => port.postMessage(message),
    onMessage(listener) {
      port.addEventListener('message', (event) => {
        listener(event.data as Heard)
      })
    },
    onGone: () => undefined,
    close,
  }
}

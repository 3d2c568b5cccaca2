import type { SupplyLine } from './remote-supply.ts'
import type { SupplyCommand, SupplyReport } from './wire.ts'

/**
 * Opens the downloader: a hidden frame of this app whose document has a Content-Security-Policy of its own.
 *
 * The app's own policy lets nothing out of it, not even to a model host, and binds everything that the app starts. The
 * frame's policy lets its worker reach model hosts; all it is ever told is which model to get. So the one context that
 * can reach the network never sees what a student writes.
 *
 * @param frameUrl absolute address of `downloader.html`
 */
export function openFrameLine(frameUrl: string): SupplyLine {
  const { port1: near, port2: far } = new MessageChannel()
  const frame = document.createElement('iframe')
  frame.hidden = true
  frame.title = 'downloader'
  let gone: () => void = () => undefined
  frame.addEventListener('load', () => {
    // A frame that the policy or the network withholds is an error page of another origin, which cannot hear this.
    frame.contentWindow?.postMessage(portMessage, new URL(frameUrl).origin, [far])
  })
  near.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === goneMessage) gone()
  })
  near.start()
  frame.src = frameUrl
  document.body.append(frame)
  return {
    post: (message: SupplyCommand) => near.postMessage(message),
    onMessage(listener) {
      near.addEventListener('message', ({ data }: MessageEvent<SupplyReport | typeof goneMessage>) => {
        if (data !== goneMessage) listener(data)
      })
    },
    onGone(listener) {
      gone = listener
    },
    close() {
      near.close()
      frame.remove()
    },
  }
}

/** How the page hands the frame its end of the wire. */
export const portMessage = 'munjin-downloader-port'
/** What the frame says when its worker has died. */
export const goneMessage = 'munjin-downloader-gone'

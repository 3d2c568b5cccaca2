/** A queue that one side fills and the other reads with `for await`. */
export interface Inbox<T> extends AsyncIterable<T> {
  put(item: T): void
  /** Ends the reading after what is queued. */
  end(): void
  /** Ends the reading after what is queued by throwing `error`. */
  fail(error: Error): void
}

/** `onLeave` is called once when the reader leaves before the end. It is made for one reader. */
export function openInbox<T>(onLeave: () => void): Inbox<T> {
  const queue: T[] = []
  let closing: { readonly error: Error | null } | null = null
  let wake: (() => void) | null = null
  const stir = (): void => {
    wake?.()
    wake = null
  }
  async function* read(): AsyncGenerator<T, void, undefined> {
    let finished = false
    try {
      for (;;) {
        const item = queue.shift()
        if (item !== undefined) yield item
        else if (closing !== null) {
          finished = true
          if (closing.error !== null) throw closing.error
          return
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        }
      }
    } finally {
      if (!finished) onLeave()
    }
  }
  return {
    put(item) {
      if (closing === null) queue.push(item)
      stir()
    },
    end() {
      closing ??= { error: null }
      stir()
    },
    fail(error) {
      closing ??= { error }
      stir()
    },
    [Symbol.asyncIterator]: read,
  }
}

/** A place in a line. */
export interface Turn {
  /** Resolves when everyone who stood in line before has left. */
  readonly come: Promise<void>
  /** Leaving twice, or before one's turn, is fine. */
  readonly leave: () => void
}

/** A line: those who call it stand in it in the order of their calls. */
export function openLine(): () => Turn {
  let allLeft = Promise.resolve()
  return () => {
    const come = allLeft
    let leave = (): void => undefined
    const left = new Promise<void>((resolve) => {
      leave = resolve
    })
    allLeft = come.then(() => left)
    return { come, leave }
  }
}

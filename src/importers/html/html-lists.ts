/** The lists that are open around a place, and the mark of the next item. */
export interface OpenLists {
  start(name: 'ul' | 'ol', first: string | undefined): void
  end(name: 'ul' | 'ol'): void
  /** `- `, or the number of an item of an ordered list. @param value the number that the item gives itself */
  nextMark(value: string | undefined): string
  areOpen(): boolean
}

export function openLists(): OpenLists {
  const open: { readonly name: 'ul' | 'ol'; next: number }[] = []
  const count = { ul: 0, ol: 0 }
  return {
    start(name, first) {
      open.push({ name, next: numberIn(first) ?? 1 })
      count[name] += 1
    },
    end(name) {
      // An end tag without its list closes none of the others.
      let closed = count[name] > 0 ? open.pop() : undefined
      while (closed !== undefined) {
        count[closed.name] -= 1
        closed = closed.name === name ? undefined : open.pop()
      }
    },
    nextMark(value) {
      const list = open.at(-1)
      if (list?.name !== 'ol') return '- '
      const number = numberIn(value) ?? list.next
      list.next = number + 1
      return `${number}. `
    },
    areOpen: () => open.length > 0,
  }
}

function numberIn(text: string | undefined): number | null {
  return text !== undefined && /^\s*-?\d{1,9}\s*$/.test(text) ? Number(text) : null
}

import fc from 'fast-check'

type Edit = (text: string) => string

/** A text after a few slips of a hand: stretches deleted, doubled and moved, single letters changed, letters put in. */
export function editedText(text: string, inserts: readonly string[]): fc.Arbitrary<string> {
  const at = fc.nat({ max: text.length })
  const length = fc.nat({ max: 40 })
  const edit = fc.oneof(
    fc.tuple(at, length).map(
      ([begin, size]): Edit =>
        (old) =>
          old.slice(0, begin) + old.slice(begin + size),
    ),
    fc.tuple(at, length).map(
      ([begin, size]): Edit =>
        (old) =>
          old.slice(0, begin + size) + old.slice(begin),
    ),
    at.map(
      (end): Edit =>
        (old) =>
          old.slice(0, end),
    ),
    fc.tuple(at, fc.constantFrom(...inserts)).map(
      ([place, insert]): Edit =>
        (old) =>
          spliced(old, place, 0, insert),
    ),
    fc.tuple(at, fc.nat({ max: 0xffff })).map(([place, code]): Edit => (old) => {
      return spliced(old, place, 1, String.fromCharCode(code))
    }),
  )
  return fc.array(edit, { minLength: 1, maxLength: 6 }).map((edits) => edits.reduce((old, change) => change(old), text))
}

function spliced(text: string, at: number, removed: number, insert: string): string {
  return text.slice(0, at) + insert + text.slice(at + removed)
}

import { act } from '@testing-library/react'
import { settled } from '../fakes/quiz-needs.ts'

// For tests: a hand that selects text, and what came of it.

/** What is marked, each mark by its text. */
export const marks = (): readonly (string | null)[] =>
  [...document.querySelectorAll('mark')].map((mark) => mark.textContent)

/** Selects a stretch of the question's text as it stands on the screen, whatever pieces it is in. */
export async function select(text: string): Promise<void> {
  const paragraph = [...document.querySelectorAll('article p')].find((one) => one.textContent.includes(text))
  if (paragraph === undefined) throw new Error('No such text')
  const start = paragraph.textContent.indexOf(text)
  const range = document.createRange()
  range.setStart(...place(paragraph, start))
  range.setEnd(...place(paragraph, start + text.length))
  await act(async () => {
    document.getSelection()?.removeAllRanges()
    document.getSelection()?.addRange(range)
    document.dispatchEvent(new Event('selectionchange'))
    await settled()
  })
}

function place(paragraph: Element, offset: number): [Node, number] {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  let left = offset
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { length } = node.textContent ?? ''
    if (left <= length) return [node, left]
    left -= length
  }
  throw new Error('Beyond the text')
}

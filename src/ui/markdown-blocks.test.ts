import { describe, expect, it } from 'vitest'
import { splitBlocks, highestHeading } from './markdown-blocks.ts'

describe('cutting a growing text into blocks', () => {
  it('cuts at blank lines and loses nothing', () => {
    const text = '# 제목\n\n첫 문단\n이어짐\n\n\n둘째 문단\n'
    expect(splitBlocks(text)).toEqual(['# 제목\n', '첫 문단\n이어짐\n\n', '둘째 문단\n'])
    expect(splitBlocks(text).join('\n')).toBe(text)
  })

  it.each([
    ['a list with room between its items', '1. 하나\n\n2. 둘\n\n   이어짐'],
    ['code', '```ts\nconst a = 1\n\nconst b = 2\n```'],
    ['code in which a shorter fence stands', '````\n```\n\na\n````'],
    ['code that is still streaming', '~~~\na\n\nb'],
    ['a formula', '$$\na\n\nb\n$$'],
    ['link definitions', '[책][1]\n\n[1]: https://example.org'],
  ])('keeps %s together', (_name, text) => {
    expect(splitBlocks(text)).toEqual([text])
  })

  it('does not take a formula on one line for an open fence', () => {
    expect(splitBlocks('$$a$$\n\n뒤')).toHaveLength(2)
  })

  it('knows the highest heading', () => {
    expect(highestHeading('앞\n\n### 소견\n\n## 판단')).toBe(2)
    expect(highestHeading('#해시 없음')).toBe(1)
  })
})

// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Markdown } from './markdown.tsx'

// KaTeX looks once, when it is loaded, whether the document has a doctype; this one has none.
vi.hoisted(() => Object.defineProperty(document, 'compatMode', { value: 'CSS1Compat' }))

afterEach(cleanup)

/** What the text becomes once the parser has arrived. */
async function rendered(text: string): Promise<HTMLElement> {
  const { container } = render(<Markdown text={`${text}\n\n---`} />)
  // The rule at the end is our sign: plain text has no elements.
  await screen.findByRole('separator')
  return container
}

describe('Markdown', () => {
  it('shows the plain text until the parser is there', () => {
    const { container } = render(<Markdown text={'**첫** 줄\n둘째 줄'} />)
    expect(container.textContent).toBe('**첫** 줄\n둘째 줄')
  })

  it('ends bold before a Korean particle, also after a parenthesis', async () => {
    const container = await rendered('**심근경색(MI)**을 의심합니다.')
    expect(container.querySelector('strong')?.textContent).toBe('심근경색(MI)')
    expect(container.textContent).toContain('심근경색(MI)을 의심합니다.')
  })

  it.each([
    ['최종 답: \\boxed{B}', 'B'],
    ['최종 답: **\\boxed{C}**입니다.', 'C'],
    ['답은 \\boxed{\\text{B. 심근경색}}', 'B. 심근경색'],
    ['아직 오는 중: \\boxed{D', 'D'],
  ])('draws %s as a boxed letter', async (text, letter) => {
    const container = await rendered(text)
    expect(container.querySelector('[class*="boxed"]')?.textContent).toBe(letter)
    expect(container.textContent).not.toMatch(/[\\{}]/)
  })

  it('leaves \\boxed alone in code', async () => {
    const container = await rendered('`\\boxed{B}`')
    expect(container.querySelector('code')?.textContent).toBe('\\boxed{B}')
  })

  it('shows raw HTML as the characters it is', async () => {
    const container = await rendered(
      '<b>굵게</b> <img src=x onerror=alert(1)>\n\n<script>alert(1)</script>\n\n혈압 <90',
    )
    expect(container.querySelector('b, img, script')).toBeNull()
    expect(container.textContent).toContain('<b>굵게</b>')
    expect(container.textContent).toContain('혈압 <90')
  })

  it('loads no image and says what it would have shown', async () => {
    const container = await rendered('![심전도 그림](https://example.org/a.png)')
    expect(container.querySelector('img')).toBeNull()
    expect(container.textContent).toContain('심전도 그림')
  })

  it.each([
    ['[출처](https://example.org/a)', '출처 (https://example.org/a)'],
    ['https://example.org/a', 'https://example.org/a'],
    ['www.example.org', 'www.example.org'],
    ['[누르세요](javascript:alert(1))', '누르세요 (javascript:alert(1))'],
    ['[쪽](#top)', '쪽'],
  ])('makes no link of %s', async (text, shown) => {
    const container = await rendered(text)
    expect(container.querySelector('a, [href]')).toBeNull()
    expect(container.textContent.trim()).toBe(shown)
  })

  it('keeps links to pages of the app', async () => {
    await rendered('[복습](#/review)')
    expect(screen.getByRole('link', { name: '복습' }).getAttribute('href')).toBe('#/review')
  })

  it('draws formulas, and what is none as it was typed', async () => {
    const container = await rendered('$\\frac{a}{b}$\n\n\\[ x^2 \\]\n\n$\\notacommand{$ 그리고 $5에서 $10까지')
    expect(container.querySelectorAll('.katex math')).toHaveLength(2)
    expect(container.querySelectorAll('.katex-display')).toHaveLength(1)
    expect(container.textContent).toContain('\\notacommand{')
    expect(container.textContent).toContain('$5에서 $10까지')
  })

  it('lets no formula link or load anything', async () => {
    const container = await rendered(
      '$\\href{https://example.org}{x}$ $\\includegraphics{https://example.org/a.png}$ $\\htmlStyle{color:red}{x}$',
    )
    expect(container.querySelector('a, img, [href], [src]')).toBeNull()
  })

  it('begins its headings below those of the page, without a gap', async () => {
    const container = await rendered('## 소견\n\n### 검사\n\n###### 끝')
    expect(Array.from(container.querySelectorAll('h1,h2,h3,h4,h5,h6'), (each) => each.tagName)).toEqual([
      'H3',
      'H4',
      'H6',
    ])
  })

  it('survives a text at every length it has while it streams', async () => {
    const text =
      '## 소견\n\n1. **심전도(ECG)**는 $\\frac{a}{b}$\n\n| a | b |\n|---|---|\n| 1 | `2` |\n\n```ts\nx\n```\n\n\\boxed{\\text{B}}'
    const { container, rerender } = render(<Markdown text="" />)
    for (let length = 1; length <= text.length; length++) rerender(<Markdown text={text.slice(0, length)} />)
    expect(await screen.findByRole('table')).toBeDefined()
    expect(container.querySelector('[class*="boxed"]')?.textContent).toBe('B')
  })
})

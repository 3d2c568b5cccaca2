import { describe, expect, it } from 'vitest'
import { prepareMarkdown } from './markdown-prepare.ts'

describe('a model’s markdown before it is parsed', () => {
  it.each([
    ['a formula in parentheses', String.raw`값은 \(x^2\)이다`, '값은 $x^2$이다'],
    ['a formula in brackets inside a line', String.raw`즉 \[ a = b \] 이다`, '즉 $$a = b$$ 이다'],
    ['a formula in brackets on its own lines', '\\[\na =\n b\n\\]', '$$\na = b\n$$'],
    ['a formula in brackets within a list', '1. 공식\n   \\[ a \\]\n', '1. 공식\n   $$\n   a\n   $$\n'],
    ['money', '비용은 $5에서 $10이다', '비용은 \\$5에서 \\$10이다'],
    ['a formula between dollars', '$120/80$ mmHg, $\\frac{a}{b}$', '$120/80$ mmHg, $\\frac{a}{b}$'],
    ['a formula that is still streaming', '값은 $x = ', '값은 \\$x = '],
    ['a display that is still streaming', '앞\n\n$$\na', '앞\n\n\\$\\$\na'],
    ['an escaped dollar', '\\$5', '\\$5'],
    ['a footnote', '근거[^1]', '근거\\[^1]'],
    ['code', '`$5` `\\(x\\)`\n```\n$5 \\[ x \\]\n```\n', '`$5` `\\(x\\)`\n```\n$5 \\[ x \\]\n```\n'],
    ['a fence that is still streaming', '```\n$5 [^1', '```\n$5 [^1'],
  ])('%s', (_name, text, prepared) => {
    expect(prepareMarkdown(text)).toBe(prepared)
  })
})

/**
 * Brings a model's text into the markdown that the parser reads, outside of code: `\( \)` and `\[ \]` become dollar
 * signs, a dollar sign that is no formula's stays one, and `[^` opens no footnote (its links would be addresses of pages).
 */
export function prepareMarkdown(text: string): string {
  return text
    .split(code)
    .map((part, index) => (index % 2 === 1 ? part : prepareProse(part)))
    .join('')
}

// A fence up to its end or the end of the text, or a code span within a paragraph.
const code = /(^ {0,3}(?:```[\s\S]*?(?:^ {0,3}```|$(?![\s\S]))|~~~[\s\S]*?(?:^ {0,3}~~~|$(?![\s\S])))|`[^`\n]+`)/m

function prepareProse(text: string): string {
  return escapeLooseDollars(text.replace(/\[\^/g, '\\[^').replace(displayed, asFormula).replace(inline, '$$$1$$'))
}

const inline = /\\\(\s*([^\n]*?[^\s\\])\s*\\\)/g
const displayed = /(?:^([ \t]*)|)\\\[([\s\S]*?)\\\](?:([ \t]*)$|)/gm

/** On lines of its own a formula is set apart; inside a line it stays there. */
function asFormula(whole: string, before: string | undefined, tex: string, after: string | undefined): string {
  const inner = tex.trim().replace(/\s*\n\s*/g, ' ')
  if (inner === '') return whole
  return before !== undefined && after !== undefined
    ? `${before}$$\n${before}${inner}\n${before}$$`
    : `${before ?? ''}$$${inner}$$${after ?? ''}`
}

// Pandoc's rule: no space just inside, no digit just after, so that "$5, later $10" is money.
const formula = /\\\$|\$\$[\s\S]+?\$\$|\$(?![\s$])(?:\\.|[^$\n\\])*?(?<![\s])\$(?![\d$])|\$+/g

function escapeLooseDollars(text: string): string {
  return text.replace(formula, (found) => (/^\$+$/.test(found) ? found.replaceAll('$', '\\$') : found))
}

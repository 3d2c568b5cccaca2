/**
 * A question's text as its vignette and the sentence that asks. Where no last sentence can be told apart, all of it asks.
 * Joined again by a space both give the text, line feeds before the lead-in aside.
 */
export function splitLeadIn(text: string): { readonly stem: string; readonly leadIn: string } {
  const whole = text.trim()
  const start = startOfLastSentence(whole)
  if (start === 0 || !asks.test(whole.slice(-200))) return { stem: '', leadIn: whole }
  return { stem: whole.slice(0, start).trim(), leadIn: whole.slice(start).trim() }
}

/** How questions end, in both languages: a mark, a request, or a sentence left open for the option. */
const asks =
  /(?:[?？:]|\b(?:is|are|except|be)\s*[.:]?|[은는가요]\s*[.?]?|(?:고르|쓰|답하)시오\.?)\s*(?:[([][^)\]]{0,60}[)\]])?$/i

/** Sentences end with a mark and a space. An abbreviation's point or a decimal's has none, or a small letter after it. */
function startOfLastSentence(text: string): number {
  let start = 0
  for (const match of text.matchAll(/(?:[.!?。？！]["'”’)\]]?\s+(?=["'“‘([]?[A-Z\d가-힣<①-⑮])|\n+)/g)) {
    const end = match.index + match[0].length
    if (end < text.length) start = end
  }
  return start
}

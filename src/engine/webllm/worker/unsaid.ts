/**
 * What WebLLM's stream held back of its message, because a piece ended in half a character.
 *
 * The half itself, which it writes as U+FFFD, is left out: an answer that is continued must go on from text that the
 * model wrote.
 */
export function unsaid(said: string, message: string): string {
  const whole = message.replace(/\uFFFD+$/, '')
  return whole.startsWith(said) ? whole.slice(said.length) : ''
}

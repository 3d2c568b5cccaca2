import type { Conversation } from '#domain/conversation/conversation.ts'

/** Tokens of the context window that the last counted answer left filled; null before there is one. */
export function contextIn({ turns }: Conversation): { readonly used: number; readonly size: number } | null {
  const counted = turns
    .flatMap(({ attempts }) => attempts)
    .findLast(({ answer, provenance }) => answer.status === 'ended' && answer.usage !== null && provenance !== null)
  if (counted?.provenance == null || counted.answer.status !== 'ended' || counted.answer.usage === null) return null
  return { used: counted.answer.usage.contextUsed, size: counted.provenance.contextWindow }
}

import type { Attempt } from '#domain/conversation/attempt.ts'
import type { AskOptions } from '#domain/conversation/ask-settings.ts'
import type { Conversation, Turn } from '#domain/conversation/conversation.ts'
import { conversationId, turnId } from '#domain/conversation/conversation.ts'
import type { Ending } from '#domain/conversation/ending.ts'
import type { Provenance } from '#domain/conversation/provenance.ts'
import type { AnswerUsage } from '#domain/conversation/usage.ts'
import { instant } from '#lib/time.ts'

// Conversations and what belongs to them with defaults, of which a test shows only what matters to it.

export function aConversation(parts: Partial<Conversation> = {}): Conversation {
  return {
    id: conversationId('c1'),
    title: null,
    createdAt: instant(1_000),
    updatedAt: instant(1_000),
    turns: [aTurn()],
    ...parts,
  }
}

export function aTurn(parts: Partial<Turn> = {}): Turn {
  return {
    id: turnId('t1'),
    question: 'What suggests appendicitis?',
    instruction: 'Think.',
    askedAt: instant(1_000),
    attempts: [anAttempt()],
    ...parts,
  }
}

/** A question with the text that was its answer. */
export function aPair(id: string, question: string, text: string, ending: Ending = { kind: 'complete' }): Turn {
  return aTurn({ id: turnId(id), question, attempts: [anAttempt({ text }, ending)] })
}

export function anAttempt(parts: Partial<Attempt> = {}, ending: Ending = { kind: 'complete' }): Attempt {
  return {
    provenance: aProvenance(),
    text: '<think>clues</think>Pain that moved.',
    leftOut: 0,
    thoughtMs: null,
    answer: { status: 'ended', ending, usage: null },
    ...parts,
  }
}

export function aProvenance(parts: Partial<Provenance> = {}): Provenance {
  return {
    modelId: 'small',
    modelVersion: '1',
    quantization: 'q4f32_1',
    schedule: 'software',
    librarySha256: 'a'.repeat(64),
    contextWindow: 1_024,
    thinking: true,
    thinkingBudget: null,
    maxTokens: 512,
    temperature: 0.6,
    topP: 0.95,
    ...parts,
  }
}

export function aUsage(parts: Partial<AnswerUsage> = {}): AnswerUsage {
  return {
    promptTokens: 40,
    completionTokens: 60,
    decodeTokensPerSecond: 20,
    timeToFirstTokenMs: 300,
    contextUsed: 100,
    ...parts,
  }
}

export function anAskOptions(parts: Partial<AskOptions> = {}): AskOptions {
  return { instruction: 'Think.', thinking: true, thinkingBudget: null, maxTokens: 256, ...parts }
}

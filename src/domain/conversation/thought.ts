import type { Trace, TraceFormat } from '../trace/trace.ts'
import { readTrace } from '../trace/trace.ts'

/** How the chat template of Qwen3, which every model of the catalogue speaks, marks reasoning in an answer's text. */
export const thoughtFormat: TraceFormat = { open: '<think>', close: '</think>', startsIn: 'answer' }

/** An answer's raw text, told apart. */
export function readAnswer(text: string): Trace {
  return readTrace(text, thoughtFormat)
}

/** What a student came for: the answer's text without its reasoning. */
export function answerIn(text: string): string {
  return readAnswer(text).answer.trim()
}

/** Whether the text stops in the middle of a thought. Cheap enough for every frame of a long one. */
export function isInThought(text: string): boolean {
  return text.trimStart().startsWith(thoughtFormat.open) && !text.includes(thoughtFormat.close)
}

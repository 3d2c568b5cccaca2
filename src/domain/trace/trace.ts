/**
 * A model's text, told apart into reasoning and answer while it streams.
 *
 * One reducer reads streams and whole texts alike: however the text is cut into pieces, the trace is the same, and no
 * character is lost when the text ends inside a tag.
 */
export interface Trace {
  readonly reasoning: string
  readonly answer: string
  /** Who speaks next. `answer` before an opening tag was seen, unless the format starts in `reasoning`. */
  readonly voice: 'reasoning' | 'answer'
  /** Whether the reasoning was closed by its tag; a text cut off in the middle leaves it open. */
  readonly reasoningClosed: boolean
  /** The last characters, kept back because they may be the beginning of a tag. */
  readonly held: string
}

/** Where a model's reasoning begins and ends. `startsIn` is `reasoning` when the prompt itself opened the thought. */
export interface TraceFormat {
  readonly open: string
  readonly close: string
  readonly startsIn: 'reasoning' | 'answer'
}

export function startTrace(format: TraceFormat): Trace {
  return { reasoning: '', answer: '', voice: format.startsIn, reasoningClosed: false, held: '' }
}

/** Takes the next piece of text. */
export function feedTrace(trace: Trace, piece: string, format: TraceFormat): Trace {
  let { reasoning, answer, voice, reasoningClosed } = trace
  let rest = trace.held + piece
  const say = (text: string): void => {
    if (voice === 'reasoning') reasoning += text
    else answer += text
  }
  for (;;) {
    const tag = voice === 'reasoning' ? format.close : reasoningClosed || answer.trim() !== '' ? null : format.open
    if (tag === null) {
      say(rest)
      return { reasoning, answer, voice, reasoningClosed, held: '' }
    }
    const at = rest.indexOf(tag)
    // An opening tag counts only before the answer's first word; later it is the model talking about tags.
    const opensLate = at > 0 && voice === 'answer' && rest.slice(0, at).trim() !== ''
    if (at < 0 || opensLate) {
      const kept = opensLate ? 0 : tagBeginning(rest, tag)
      say(rest.slice(0, rest.length - kept))
      return { reasoning, answer, voice, reasoningClosed, held: rest.slice(rest.length - kept) }
    }
    say(rest.slice(0, at))
    rest = rest.slice(at + tag.length)
    if (voice === 'reasoning') {
      voice = 'answer'
      reasoningClosed = true
    } else {
      voice = 'reasoning'
    }
  }
}

/** Says that nothing more will come: what was held back belongs to whoever spoke last. */
export function endTrace(trace: Trace): Trace {
  if (trace.held === '') return trace
  return trace.voice === 'reasoning'
    ? { ...trace, reasoning: trace.reasoning + trace.held, held: '' }
    : { ...trace, answer: trace.answer + trace.held, held: '' }
}

/** Reads a whole text: the stream of one piece. */
export function readTrace(text: string, format: TraceFormat): Trace {
  return endTrace(feedTrace(startTrace(format), text, format))
}

/** How many of the last characters of `text` may be the beginning of `tag`. */
function tagBeginning(text: string, tag: string): number {
  for (let length = Math.min(tag.length - 1, text.length); length > 0; length -= 1) {
    if (tag.startsWith(text.slice(text.length - length))) return length
  }
  return 0
}

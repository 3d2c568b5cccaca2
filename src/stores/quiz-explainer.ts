import type { Ending } from '#domain/conversation/ending.ts'
import type { Provenance } from '#domain/conversation/provenance.ts'
import type { ModelRecord } from '#domain/models/model-record.ts'
import { questionPrompt } from '#domain/question-bank/question-prompt.ts'
import type { Explanation } from '#domain/quiz/explanation.ts'
import { namedAnswer } from '#domain/quiz/explanation.ts'
import type { GradedItem } from '#domain/quiz/session.ts'
import { endTrace, feedTrace, startTrace } from '#domain/trace/trace.ts'
import type { Clock } from '#platform/clock-port.ts'
import type { Answering, AnswerRequest } from './answering-port.ts'
import type { Explaining } from './quiz-state.ts'

/** How long a thought may get and the whole answer with it, in tokens: thinking longer gains little, and a letter is wanted. */
const thinkingBudget = 3072
const maxTokens = 4096
/** How often an answer is kept while it is written. */
const keepEveryMs = 5000

export interface QuizExplainer {
  /** Asks the model about an item. An answer that is still running on another item is stopped first. */
  explain(item: GradedItem): Promise<void>
  stop(): void
  answerNow(): void
  /** The answer that is running as it would be found if the page closed now. */
  unfinished(): Explained | null
}

export interface Explained {
  readonly attemptId: string
  readonly explanation: Explanation
}

export interface QuizExplainerNeeds {
  readonly answering: Answering
  readonly clock: Clock
  readonly onChange: (explaining: Explaining) => void
  readonly onEnded: (item: GradedItem, explanation: Explanation) => void
  /** It is time to keep what is unfinished. */
  readonly onKeep: () => void
}

/** One answer of a model, from the asking to its end. */
interface Run {
  readonly attemptId: string
  readonly stop: () => void
  readonly answerNow: () => void
  readonly unfinished: () => Explanation | null
  readonly done: Promise<void>
}

export function openQuizExplainer(needs: QuizExplainerNeeds): QuizExplainer {
  let running: Run | null = null
  let lastWish = 0

  async function explain(item: GradedItem): Promise<void> {
    if (running?.attemptId === item.attemptId) return
    lastWish += 1
    const wish = lastWish
    if (running !== null) {
      running.stop()
      await running.done
      if (wish !== lastWish) return
    }
    const model = needs.answering.model()
    if (model === null) {
      needs.onChange({ kind: 'noModel', attemptId: item.attemptId })
      return
    }
    const run = startRun(item, model, needs)
    running = run
    await run.done
    if (running === run) running = null
  }

  return {
    explain,
    stop: () => running?.stop(),
    answerNow: () => running?.answerNow(),
    unfinished() {
      const explanation = running?.unfinished() ?? null
      return running === null || explanation === null ? null : { attemptId: running.attemptId, explanation }
    },
  }
}

function startRun(item: GradedItem, model: ModelRecord, needs: QuizExplainerNeeds): Run {
  const { clock, answering, onChange } = needs
  const format = { open: model.trace.open, close: model.trace.close, startsIn: model.trace.startsIn }
  const stopping = new AbortController()
  const hurrying = new AbortController()
  let trace = startTrace(format)
  let text = ''
  let provenance: Provenance | null = null
  let stage: 'waiting' | 'reading' | 'writing' = 'waiting'
  let cancelFrame: (() => void) | null = null

  const show = (): void => {
    cancelFrame?.()
    cancelFrame = null
    const wish = stopping.signal.aborted ? 'stop' : hurrying.signal.aborted ? 'answerNow' : 'none'
    onChange({ kind: 'running', attemptId: item.attemptId, stage, trace, wish })
  }
  const showSoon = (): void => {
    cancelFrame ??= clock.nextFrame(show)
  }
  const explained = (ending: Ending): Explanation | null =>
    provenance === null
      ? null
      : { at: clock.now(), text, format, ending, named: namedAnswer(endTrace(trace), item.question), provenance }

  const request: AnswerRequest = {
    messages: [{ role: 'user', content: questionPrompt(item.question) }],
    thinking: true,
    thinkingBudget,
    maxTokens,
  }

  async function run(): Promise<void> {
    show()
    let ending: Ending = { kind: 'interrupted' }
    const stopKeeping = clock.every(keepEveryMs, needs.onKeep)
    for await (const event of answering.answer(request, { signal: stopping.signal, answerNow: hurrying.signal })) {
      switch (event.kind) {
        case 'began':
          provenance = event.provenance
          stage = 'reading'
          showSoon()
          break
        case 'text':
          stage = 'writing'
          text += event.text
          trace = feedTrace(trace, event.text, format)
          showSoon()
          break
        case 'ended':
          ending = event.ending
      }
    }
    stopKeeping()
    cancelFrame?.()
    const explanation = explained(ending)
    if (explanation !== null) needs.onEnded(item, explanation)
    onChange(
      explanation === null && ending.kind === 'failed'
        ? { kind: 'failed', attemptId: item.attemptId, failure: ending.failure }
        : { kind: 'idle' },
    )
  }

  const wish = (controller: AbortController) => (): void => {
    if (controller.signal.aborted) return
    controller.abort()
    show()
  }
  return {
    attemptId: item.attemptId,
    stop: wish(stopping),
    answerNow: wish(hurrying),
    unfinished: () => explained({ kind: 'interrupted' }),
    done: run(),
  }
}

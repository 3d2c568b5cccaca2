import type { LoadStage } from '#domain/models/load-progress.ts'
import { loadStages } from '#domain/models/load-progress.ts'
import type { ModelRecord } from '#domain/models/model-record.ts'
import type { EngineEvent, EnginePort, GenerateRequest } from '#engine/engine-port.ts'

export interface EngineUnderTest {
  readonly engine: EnginePort
  readonly model: ModelRecord
  /** A request whose answer has at least eight pieces, and one more than `shortTokens`. */
  readonly request: GenerateRequest
  /** Kills whatever runs the model, without telling the engine. */
  readonly kill: () => void | Promise<void>
}

export interface EngineCase {
  readonly promise: string
  /** Whether it is handed an engine that holds the model, and leaves it so: such cases may share one. */
  readonly begins: 'empty' | 'loaded'
  readonly run: (subject: EngineUnderTest) => Promise<void>
}

/**
 * What every engine keeps, whatever runs the model. Framework-free, so that the same sentences are held against the
 * scripted runtime in Node and against the real one in a browser. Each case that begins empty needs an engine of its own.
 */
export const engineContract: readonly EngineCase[] = [
  {
    promise: 'reports loading in stages that only go forward and end in ready',
    begins: 'empty',
    async run({ engine, model }) {
      const stages: LoadStage[] = []
      await engine.load(model, {
        signal: never(),
        contextWindow: model.contextWindow.default,
        onProgress: ({ stage }) => stages.push(stage),
      })
      const order = stages.map((stage) => loadStages.indexOf(stage))
      expectThat(order.length > 0 && order.every((at, i) => i === 0 || at >= (order[i - 1] ?? 0)), stages.join(' '))
      expectThat(stages.at(-1) === 'ready', `the last stage was ${String(stages.at(-1))}`)
    },
  },
  {
    promise: 'streams an answer and says why it ended',
    begins: 'loaded',
    async run(subject) {
      const events = await collect(subject.engine.generate(subject.request, never()))
      const ended = events.at(-1)
      expectThat(events.length > 8, `${events.length} events`)
      expectThat(ended?.kind === 'ended' && ended.reason === 'complete', JSON.stringify(ended))
      expectThat(ended.usage.completionTokens > 0 && ended.usage.promptTokens > 0, JSON.stringify(ended))
    },
  },
  {
    promise: 'ends as length after the tokens it may write',
    begins: 'loaded',
    async run(subject) {
      const events = await collect(subject.engine.generate({ ...subject.request, maxTokens: 5 }, never()))
      const ended = events.at(-1)
      expectThat(ended?.kind === 'ended' && ended.reason === 'length', JSON.stringify(ended))
      expectThat(ended.usage.completionTokens === 5, `${ended.usage.completionTokens} tokens`)
    },
  },
  {
    promise: 'stops when asked, as an ending',
    begins: 'loaded',
    async run(subject) {
      const stop = new AbortController()
      const events: EngineEvent[] = []
      for await (const event of subject.engine.generate(subject.request, stop.signal)) {
        events.push(event)
        if (events.length === 3) stop.abort()
      }
      const ended = events.at(-1)
      expectThat(ended?.kind === 'ended' && ended.reason === 'stopped', JSON.stringify(ended))
      expectThat(events.length < 10, `${events.length} events after a stop at the third`)
    },
  },
  {
    promise: 'stops when asked before the first word',
    begins: 'loaded',
    async run(subject) {
      const stop = new AbortController()
      stop.abort()
      const events = await collect(subject.engine.generate(subject.request, stop.signal))
      const ended = events.at(-1)
      expectThat(ended?.kind === 'ended' && ended.reason === 'stopped', JSON.stringify(ended))
      expectThat(events.length <= 2, `${events.length} events`)
    },
  },
  {
    promise: 'answers the next question after a reader walked away',
    begins: 'loaded',
    async run(subject) {
      for await (const event of subject.engine.generate(subject.request, never())) {
        if (event.kind === 'delta') break
      }
      const events = await collect(subject.engine.generate({ ...subject.request, maxTokens: 2 }, never()))
      expectThat(events.at(-1)?.kind === 'ended', JSON.stringify(events.at(-1)))
    },
  },
  {
    promise: 'gives the same greedy answer twice',
    begins: 'loaded',
    async run(subject) {
      const request = { ...subject.request, maxTokens: 8, temperature: 0 }
      const first = textOf(await collect(subject.engine.generate(request, never())))
      const second = textOf(await collect(subject.engine.generate(request, never())))
      expectThat(first !== '' && first === second, `${JSON.stringify(first)} and ${JSON.stringify(second)}`)
    },
  },
  {
    promise: 'says that nothing is loaded, before a load and after an unload',
    begins: 'empty',
    async run(subject) {
      const { engine, request } = subject
      expectThat((await failureOf(collect(engine.generate(request, never())))) === 'notLoaded', 'before a load')
      await loadSubject(subject)
      await engine.unload()
      expectThat((await failureOf(collect(engine.generate(request, never())))) === 'notLoaded', 'after an unload')
    },
  },
  {
    promise: 'loads after a cancelled load, and a cancelled load is not a failure',
    begins: 'empty',
    async run(subject) {
      const stop = new AbortController()
      const cancelled = subject.engine.load(subject.model, {
        signal: stop.signal,
        contextWindow: subject.model.contextWindow.default,
        onProgress: () => stop.abort(),
      })
      const error = await cancelled.then(
        () => null,
        (reason: unknown) => reason,
      )
      expectThat(error instanceof Error && error.name === 'AbortError', String(error))
      await loadSubject(subject)
      const events = await collect(subject.engine.generate({ ...subject.request, maxTokens: 2 }, never()))
      expectThat(events.at(-1)?.kind === 'ended', JSON.stringify(events.at(-1)))
    },
  },
  {
    promise: 'ends every open question when its worker dies, says so, and can load again',
    begins: 'empty',
    async run(subject) {
      await loadSubject(subject)
      const lost: string[] = []
      subject.engine.onLost(({ kind }) => void lost.push(kind))
      let heard = 0
      const failure = await failureOf(
        (async () => {
          for await (const event of subject.engine.generate(subject.request, never())) {
            if (event.kind === 'delta') heard += 1
            if (heard === 2) await subject.kill()
          }
        })(),
      )
      expectThat(failure === 'workerDied', String(failure))
      expectThat(lost.join() === 'workerDied', lost.join())
      expectThat(heard >= 2, `${heard} pieces before the death`)
      await loadSubject(subject)
      const events = await collect(subject.engine.generate({ ...subject.request, maxTokens: 2 }, never()))
      expectThat(events.at(-1)?.kind === 'ended', JSON.stringify(events.at(-1)))
    },
  },
]

/** Loads the model, as a case that begins with a loaded engine needs it. */
export function loadSubject({ engine, model }: Pick<EngineUnderTest, 'engine' | 'model'>): Promise<unknown> {
  return engine.load(model, {
    signal: never(),
    contextWindow: model.contextWindow.default,
    onProgress: () => undefined,
  })
}

async function collect(events: AsyncIterable<EngineEvent>): Promise<EngineEvent[]> {
  const collected: EngineEvent[] = []
  for await (const event of events) collected.push(event)
  return collected
}

function textOf(events: readonly EngineEvent[]): string {
  return events.map((event) => (event.kind === 'delta' ? event.text : '')).join('')
}

async function failureOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work
    return null
  } catch (error) {
    return error instanceof Error && 'failure' in error ? (error.failure as { kind: string }).kind : String(error)
  }
}

function never(): AbortSignal {
  return new AbortController().signal
}

function expectThat(holds: boolean, found: string): asserts holds {
  if (!holds) throw new Error(`Found ${found}`)
}

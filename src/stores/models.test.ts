import { describe, expect, it } from 'vitest'
import { renderPrompt } from '#domain/conversation/chat-template.ts'
import type { ModelFailure } from '#domain/models/failure.ts'
import { remoteEngine } from '#engine/remote-engine.ts'
import { scriptedRuntime } from '#engine/scripted/scripted-runtime.ts'
import { manualClock } from '#testing/builders/manual-clock.ts'
import { aModel } from '#testing/builders/a-model.ts'
import { scriptedLine } from '#testing/fakes/scripted-line.ts'
import type { AnswerEvent, AnswerRequest } from './answering-port.ts'
import type { ModelChoice } from './models.ts'
import { openModels } from './models.ts'

const request: AnswerRequest = {
  messages: [{ role: 'user', content: 'Q' }],
  thinking: true,
  thinkingBudget: null,
  maxTokens: 50,
}

interface Circumstances {
  readonly whole?: boolean
  readonly lastStartFailed?: boolean
  readonly lastReady?: ModelChoice | null
}

function aHouse({ whole = true, lastStartFailed = false, lastReady = null }: Circumstances = {}) {
  const lines: ReturnType<typeof scriptedLine>[] = []
  const prompts: string[] = []
  const runtime = () =>
    scriptedRuntime((prompt) => {
      prompts.push(prompt)
      return ['<think>', 'a', '</think>', 'B', ' it', ' is']
    })
  const engine = remoteEngine(() => {
    const line = scriptedLine(runtime())
    lines.push(line)
    return line
  }, 'https://app.example/')
  const marks: string[] = []
  const choices: ModelChoice[] = []
  let kept = whole
  const models = openModels({
    engine,
    records: [aModel(), aModel({ id: 'other', contextWindow: { presets: [512, 1024], default: 1024 } })],
    clock: manualClock(),
    shelf: {
      inspect: () => Promise.resolve({ keptBytes: kept ? 1 : 0, whole: kept, hasFiles: kept }),
      forget: () => {
        kept = false
        return Promise.resolve()
      },
    },
    guard: {
      lastStartFailed: () => lastStartFailed,
      begin: () => void marks.push('begin'),
      end: () => void marks.push('end'),
    },
    lastReady,
    onReady: (choice) => void choices.push(choice),
  })
  const never = { signal: new AbortController().signal, answerNow: new AbortController().signal }
  const answer = async (controls = never): Promise<AnswerEvent[]> => {
    const events: AnswerEvent[] = []
    for await (const event of models.answering.answer(request, controls)) events.push(event)
    return events
  }
  return { models, answer, marks, lines, prompts, choices, status: () => models.state.getState().status.kind }
}

const textOf = (events: readonly AnswerEvent[]): string =>
  events.map((event) => (event.kind === 'text' ? event.text : '')).join('')

describe('the models', () => {
  it('come from idle over loading to ready', async () => {
    const { models, status } = aHouse()
    const seen = new Set<string>()
    models.state.subscribe((state) => seen.add(state.status.kind))
    await models.load('small')
    expect([...seen]).toEqual(['loading', 'ready'])
    expect(status()).toBe('ready')
  })

  it('are idle again after a load that was stopped', async () => {
    const { models, status } = aHouse()
    const loading = models.load('small')
    models.cancelLoad()
    await loading
    expect(status()).toBe('idle')
  })

  it('load the model that was wanted last', async () => {
    const { models } = aHouse()
    await Promise.all([models.load('small'), models.load('other')])
    expect(models.state.getState().status).toMatchObject({ kind: 'ready', modelId: 'other' })
  })

  it('start by themselves only what is kept whole', async () => {
    const kept = aHouse()
    await kept.models.startIfKept()
    expect(kept.status()).toBe('ready')
    const missing = aHouse({ whole: false })
    await missing.models.startIfKept()
    expect(missing.status()).toBe('idle')
  })

  it('do not start by themselves after a start that never ended', async () => {
    const { models, status } = aHouse({ lastStartFailed: true })
    await models.startIfKept()
    expect(status()).toBe('idle')
  })

  it('start what was last ready, with the context window that it had', async () => {
    const lastReady = { modelId: 'other', contextWindow: 512 }
    const { models, choices } = aHouse({ lastReady })
    expect(models.wanted().id).toBe('other')
    await models.startIfKept()
    expect(models.state.getState().status).toMatchObject({ kind: 'ready', modelId: 'other' })
    expect(choices).toEqual([lastReady])
  })

  it('start the first model where what was last ready is gone, and the default where its window is', async () => {
    expect(aHouse({ lastReady: { modelId: 'gone', contextWindow: 512 } }).models.wanted().id).toBe('small')
    const { models, choices } = aHouse({ lastReady: { modelId: 'other', contextWindow: 99 } })
    await models.start()
    expect(choices).toEqual([{ modelId: 'other', contextWindow: 1024 }])
  })

  it('start again what failed, as it was', async () => {
    const { models, lines, choices } = aHouse()
    await models.load('other', 512)
    lines.at(-1)?.kill()
    await models.start()
    expect(choices.at(-1)).toEqual({ modelId: 'other', contextWindow: 512 })
  })

  it('mark the beginning and the end of a start', async () => {
    const { models, marks } = aHouse()
    await models.load('small')
    expect(marks).toEqual(['begin', 'end'])
  })

  it('say that a model was lost when its worker dies', async () => {
    const { models, lines } = aHouse()
    await models.load('small')
    lines.at(-1)?.kill()
    const lost: ModelFailure = { kind: 'workerDied' }
    expect(models.state.getState().status).toMatchObject({ kind: 'failed', modelId: 'small', failure: lost })
  })

  it('forget a model and everything kept of it', async () => {
    const { models, status } = aHouse()
    await models.load('small')
    await models.forget('small')
    expect(status()).toBe('idle')
    expect(models.state.getState().presence['small']).toMatchObject({ keptBytes: 0, whole: false })
  })
})

describe('answering', () => {
  it('says first who answers and with which settings', async () => {
    const { models, answer, prompts } = aHouse()
    await models.load('small')
    const events = await answer()
    expect(events[0]).toMatchObject({ kind: 'began', provenance: { modelId: 'small', maxTokens: 50, thinking: true } })
    expect(textOf(events)).toBe('<think>a</think>B it is')
    expect(prompts).toEqual([renderPrompt(request.messages, { thinking: true })])
    expect(models.state.getState().activity).toBe('idle')
  })

  it('ends as a failure when no model is ready', async () => {
    const { answer } = aHouse()
    expect(await answer()).toMatchObject([
      { kind: 'ended', ending: { kind: 'failed', failure: { kind: 'notLoaded' } } },
    ])
  })

  it('lets a second answer wait for the first', async () => {
    const { models, answer } = aHouse()
    await models.load('small')
    const [first, second] = await Promise.all([answer(), answer()])
    expect([textOf(first), textOf(second)]).toEqual(['<think>a</think>B it is', '<think>a</think>B it is'])
  })

  it('lets the next answer begin when a waiting one is stopped', async () => {
    const { models, answer } = aHouse()
    await models.load('small')
    const stop = new AbortController()
    const running = answer()
    const waiting = answer({ signal: stop.signal, answerNow: new AbortController().signal })
    const last = answer()
    stop.abort()
    expect((await waiting).at(-1)).toMatchObject({ kind: 'ended', ending: { kind: 'stopped' } })
    expect(textOf(await running)).toBe(textOf(await last))
  })
})

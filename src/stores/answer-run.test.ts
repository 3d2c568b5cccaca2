import { describe, expect, it } from 'vitest'
import type { ChatMessage } from '#domain/conversation/chat-template.ts'
import type { ModelFailure } from '#domain/models/failure.ts'
import { remoteEngine } from '#engine/remote-engine.ts'
import type { Script } from '#engine/scripted/scripted-runtime.ts'
import { scriptedRuntime } from '#engine/scripted/scripted-runtime.ts'
import { instant } from '#lib/time.ts'
import { aModel } from '#testing/builders/a-model.ts'
import { scriptedLine } from '#testing/fakes/scripted-line.ts'
import { runAnswer } from './answer-run.ts'
import type { AnswerEvent, AnswerRequest } from './answering-port.ts'

const question: readonly ChatMessage[] = [{ role: 'user', content: 'Q' }]
const ask: AnswerRequest = { messages: question, thinking: true, thinkingBudget: null, maxTokens: 100 }
const start = '<|im_start|>user\nQ<|im_end|>\n<|im_start|>assistant\n'

async function run(
  script: Script,
  request: Partial<AnswerRequest> = {},
  wish?: (said: string) => 'stop' | 'answerNow' | null,
) {
  const model = aModel()
  const engine = remoteEngine(() => scriptedLine(scriptedRuntime(script)), 'https://app.example/')
  await engine.load(model, { signal: new AbortController().signal, contextWindow: 1024, onProgress: () => undefined })
  const stop = new AbortController()
  const answerNow = new AbortController()
  const controls = { signal: stop.signal, answerNow: answerNow.signal }
  const clock = { now: () => instant(0), every: () => () => undefined, nextFrame: () => () => undefined }
  let text = ''
  let ended: Extract<AnswerEvent, { kind: 'ended' }> | null = null
  for await (const event of runAnswer({ ...ask, ...request }, controls, { engine, clock, model })) {
    if (event.kind === 'ended') ended = event
    else text += event.text
    const wished = wish?.(text)
    if (wished === 'stop') stop.abort()
    if (wished === 'answerNow') answerNow.abort()
  }
  engine.close()
  return { text, ended }
}

const thought = ['<think>', 'a ', 'b ', 'c ', 'd ', 'e', '</think>', 'B']

describe('one answer', () => {
  it('is asked for with the rendered prompt', async () => {
    const prompts: string[] = []
    const { text, ended } = await run((prompt) => {
      prompts.push(prompt)
      return thought
    })
    expect(prompts).toEqual([start])
    expect(text).toBe(thought.join(''))
    expect(ended?.ending).toEqual({ kind: 'complete' })
    expect(ended?.usage.completionTokens).toBe(8)
  })

  it('closes the thought in the prompt when it is to answer without thinking', async () => {
    const prompts: string[] = []
    await run(
      (prompt) => {
        prompts.push(prompt)
        return ['B']
      },
      { thinking: false },
    )
    expect(prompts).toEqual([`${start}<think>\n\n</think>\n\n`])
  })

  it('closes the thought when its budget is spent and goes on to the answer', async () => {
    const prompts: string[] = []
    const { text, ended } = await run(
      (prompt) => {
        prompts.push(prompt)
        return prompts.length === 1 ? thought : ['C']
      },
      { thinkingBudget: 3 },
    )
    expect(prompts).toHaveLength(2)
    expect(text).toMatch(/^<think>a b (c )?(d )?\n<\/think>\n\nC$/)
    expect(prompts[1]).toBe(start + text.slice(0, -1))
    expect(ended?.ending).toEqual({ kind: 'complete' })
  })

  it('closes the thought when the student wants the answer now', async () => {
    let asked = 0
    const { text } = await run(
      () => ((asked += 1) === 1 ? thought : ['C']),
      {},
      (said) => (said.includes('b') ? 'answerNow' : null),
    )
    expect(text).toMatch(/\n<\/think>\n\nC$/)
    expect(asked).toBe(2)
  })

  it('does not stop an answer that has begun when the student wants it now', async () => {
    const { text, ended } = await run(
      () => [...thought, ' is', ' it'],
      {},
      (said) => (said.includes('</think>B') ? 'answerNow' : null),
    )
    expect(text).toBe(`${thought.join('')} is it`)
    expect(ended?.ending).toEqual({ kind: 'complete' })
  })

  it('stops when the student stops it, in the middle of the thought too', async () => {
    const { text, ended } = await run(
      () => thought,
      {},
      (said) => (said.includes('b') ? 'stop' : null),
    )
    expect(ended?.ending).toEqual({ kind: 'stopped' })
    expect(text).not.toContain('</think>')
  })

  it('goes on from the text so far', async () => {
    const prompts: string[] = []
    const { text } = await run(
      (prompt) => {
        prompts.push(prompt)
        return ['c</think>B']
      },
      { continueFrom: '<think>a b ' },
    )
    expect(prompts).toEqual([`${start}<think>a b `])
    expect(text).toBe('c</think>B')
  })

  it('ends as length when the tokens are used up', async () => {
    const { ended } = await run(() => thought, { maxTokens: 4 })
    expect(ended?.ending).toEqual({ kind: 'lengthReached' })
    expect(ended?.usage.completionTokens).toBe(4)
  })

  it('ends as a failure with its kind and keeps what was said', async () => {
    const lost: ModelFailure = { kind: 'deviceLost' }
    const { text, ended } = await run(() => ['<think>', 'a', lost])
    expect(text).toBe('<think>a')
    expect(ended?.ending).toEqual({ kind: 'failed', failure: lost })
  })
})

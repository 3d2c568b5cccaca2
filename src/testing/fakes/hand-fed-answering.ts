import type { Provenance } from '#domain/conversation/provenance.ts'
import type { Ending } from '#domain/conversation/ending.ts'
import type { AnswerUsage } from '#domain/conversation/usage.ts'
import type { ModelRecord } from '#domain/models/model-record.ts'
import type { AnswerControls, AnswerEvent, Answering, AnswerRequest } from '#stores/answering-port.ts'
import { aModel } from '../builders/a-model.ts'
import { aProvenance, aUsage } from '../builders/conversations.ts'

/** One request that a test answers by hand. Each verb settles once the store has heard it. */
export interface HandFedAnswer {
  readonly request: AnswerRequest
  readonly controls: AnswerControls
  begin(provenance?: Provenance): Promise<void>
  say(text: string): Promise<void>
  end(ending?: Ending, usage?: AnswerUsage): Promise<void>
}

export interface HandFedAnswering extends Answering {
  /** Every request so far, the newest last. */
  readonly answers: readonly HandFedAnswer[]
  /** The newest request; fails the test where there is none. */
  newest(): HandFedAnswer
  ready: ModelRecord | null
}

/** A model whose words a test says. Stopping ends an answer as `stopped`, as the port promises. */
export function handFedAnswering(): HandFedAnswering {
  const answers: HandFedAnswer[] = []
  const answering: HandFedAnswering = {
    answers,
    ready: aModel(),
    model: () => answering.ready,
    newest: () => {
      const answer = answers.at(-1)
      if (answer === undefined) throw new Error('Nothing was asked')
      return answer
    },
    answer: (request, controls) => {
      const line = openLine()
      answers.push({
        request,
        controls,
        begin: (provenance = aProvenance()) => line.send({ kind: 'began', provenance }),
        say: (text) => line.send({ kind: 'text', text }),
        end: (ending = { kind: 'complete' }, usage = aUsage()) => line.send({ kind: 'ended', ending, usage }),
      })
      controls.signal.addEventListener('abort', () => {
        void line.send({ kind: 'ended', ending: { kind: 'stopped' }, usage: aUsage() })
      })
      return line.events()
    },
  }
  return answering
}

function openLine() {
  const unread: AnswerEvent[] = []
  let wake: (() => void) | null = null
  return {
    async send(event: AnswerEvent): Promise<void> {
      unread.push(event)
      wake?.()
      await settle()
    },
    async *events(): AsyncGenerator<AnswerEvent, void, undefined> {
      for (;;) {
        const event = unread.shift()
        if (event === undefined) {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
          continue
        }
        yield event
        if (event.kind === 'ended') return
      }
    },
  }
}

/** Lets every promise that is already decided have its say. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

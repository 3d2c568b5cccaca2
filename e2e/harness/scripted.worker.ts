import { portLine } from '#wire/port-line.ts'
import { scriptedRuntime } from '#engine/scripted/scripted-runtime.ts'
import { serveEngine } from '#engine/serve-engine.ts'
import type { EngineCommand, EngineReport } from '#engine/wire.ts'
import { aliveMessage } from '#engine/wire.ts'

/**
 * The engine worker with a script instead of a model: tests that look at screens put it in the place of the real one.
 * It writes a thought of 2,000 pieces and an answer of 400, at the speed that whoever serves this script writes into it.
 */
const thought = [
  '<think>',
  ...Array.from({ length: 2000 }, (_, i) => (i % 12 === 11 ? `단서 ${i}.\n` : i % 2 === 0 ? '급성 ' : 'finding ')),
  '</think>\n\n',
]
const answer = [
  ...Array.from({ length: 400 }, (_, i) =>
    i % 20 === 19 ? '\n\n' : i % 5 === 0 ? '**심근경색(MI)**을 ' : '의심한다 ',
  ),
  '\n\n\\boxed{B}',
]
const tokensPerSecond = (self as { readonly tokensPerSecond?: number }).tokensPerSecond ?? 100
let due = performance.now()

/** Sleeps until the next piece is due, and not at all while behind. */
async function pace(): Promise<void> {
  due = Math.max(due, performance.now() - 50) + 1000 / tokensPerSecond
  const wait = due - performance.now()
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
}

const scope: { postMessage(message: unknown): void; readonly name: string; close(): void } & typeof self = self
serveEngine(
  portLine<EngineReport, EngineCommand>(scope, () => scope.close()),
  scriptedRuntime((prompt) => (prompt.endsWith('</think>\n\n') ? answer : [...thought, ...answer]), pace),
)
void navigator.locks.request(scope.name, () => {
  scope.postMessage(aliveMessage)
  return new Promise<never>(() => undefined)
})

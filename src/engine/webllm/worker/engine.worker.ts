import { portLine } from '#wire/port-line.ts'
import { serveEngine } from '../../serve-engine.ts'
import type { EngineCommand, EngineReport } from '../../wire.ts'
import { aliveMessage } from '../../wire.ts'
import { webllmRuntime } from './webllm-runtime.ts'

declare const self: DedicatedWorkerGlobalScope

serveEngine(
  portLine<EngineReport, EngineCommand>(self, () => self.close()),
  webllmRuntime(),
)
// Held until the worker dies, however it dies: that is how the page hears of it.
void navigator.locks.request(self.name, () => {
  self.postMessage(aliveMessage)
  return new Promise<never>(() => undefined)
})

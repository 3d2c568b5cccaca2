import type { ModelRecord } from '#domain/models/model-record.ts'
import type { ModelShelf } from '#engine/model-shelf-port.ts'
import { remoteEngine } from '#engine/remote-engine.ts'
import { scriptedRuntime } from '#engine/scripted/scripted-runtime.ts'
import type { Models } from '#stores/models.ts'
import { openModels } from '#stores/models.ts'
import { scriptedLine } from '../fakes/scripted-line.ts'
import { manualClock } from './manual-clock.ts'

/** For tests: the real store of models over a shelf, with an engine that says nothing. */
export function modelsOverFakes(records: readonly ModelRecord[], shelf: ModelShelf): Models {
  return openModels({
    engine: remoteEngine(() => scriptedLine(scriptedRuntime(() => [])), 'https://app.example/'),
    ...{ records, shelf, clock: manualClock() },
    guard: { lastStartFailed: () => false, begin: () => undefined, end: () => undefined },
    ...{ lastReady: null, onReady: () => undefined },
  })
}

import { describe, it } from 'vitest'
import { aModel } from '#testing/builders/a-model.ts'
import { engineContract, loadSubject } from '#testing/contracts/engine-contract.ts'
import { scriptedLine } from '#testing/fakes/scripted-line.ts'
import { remoteEngine } from '../remote-engine.ts'
import { scriptedRuntime } from './scripted-runtime.ts'

const answer = ['<think>', 'one ', 'two ', 'three ', 'four ', 'five', '</think>', 'B', ' is ', 'right', '.']

describe('the engine over a scripted runtime', () => {
  for (const { promise, begins, run } of engineContract) {
    it(promise, async () => {
      let line: ReturnType<typeof scriptedLine> | null = null
      const engine = remoteEngine(() => (line = scriptedLine(scriptedRuntime(() => answer))), 'https://app.example/')
      const model = aModel()
      if (begins === 'loaded') await loadSubject({ engine, model })
      await run({
        engine,
        model,
        request: { prompt: 'question', maxTokens: 100, temperature: 0, topP: 1 },
        kill: () => line?.kill(),
      })
    })
  }
})

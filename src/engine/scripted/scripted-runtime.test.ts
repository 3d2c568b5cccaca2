import { describe, it } from 'vitest'
import { aModel } from '#testing/builders/a-model.ts'
import { engineContract } from '#testing/contracts/engine-contract.ts'
import { scriptedLine } from '#testing/fakes/scripted-line.ts'
import { remoteEngine } from '../remote-engine.ts'
import { scriptedRuntime } from './scripted-runtime.ts'

const answer = ['<think>', 'one ', 'two ', 'three ', 'four ', 'five', '</think>', 'B', ' is ', 'right', '.']

describe('the engine over a scripted runtime', () => {
  for (const { promise, run } of engineContract) {
    it(promise, async () => {
      let line: ReturnType<typeof scriptedLine> | null = null
      const engine = remoteEngine(() => (line = scriptedLine(scriptedRuntime(() => answer))), 'https://app.example/')
      await run({
        engine,
        model: aModel(),
        request: { prompt: 'question', maxTokens: 100, temperature: 0, topP: 1 },
        kill: () => line?.kill(),
      })
    })
  }
})

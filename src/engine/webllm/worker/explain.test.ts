import { describe, expect, it } from 'vitest'
import { EngineError } from '#engine/engine-port.ts'
import { explainWebLlm } from './explain.ts'
import { readProgress } from './read-progress.ts'

function named(name: string, message = ''): Error {
  const error = new Error(message)
  error.name = name
  return error
}

describe('what an error of WebLLM means', () => {
  it.each([
    [new EngineError({ kind: 'offline', file: 'a' }), false, { kind: 'offline', file: 'a' }],
    [named('WebGPUNotAvailableError'), false, { kind: 'noWebGpu' }],
    [new Error('Unable to find a compatible GPU. Ensure …'), false, { kind: 'noAdapter' }],
    [named('ShaderF16SupportError'), false, { kind: 'lacksFeature', feature: 'shader-f16' }],
    [named('ContextWindowSizeExceededError'), true, { kind: 'promptTooLong', contextWindow: 1024 }],
    [named('DeviceLostError'), true, { kind: 'deviceLost' }],
    [named('DeviceLostError'), false, { kind: 'outOfMemory' }],
    [named('ModelNotLoadedError'), true, { kind: 'deviceLost' }],
    [named('ModelNotLoadedError'), false, { kind: 'notLoaded' }],
    [new Error('Instance already disposed'), true, { kind: 'deviceLost' }],
    [named('TypeError', 'x is not a function'), true, { kind: 'unexpected', detail: 'TypeError: x is not a function' }],
    ['Engine.unload() is called.', true, { kind: 'unexpected', detail: 'Engine.unload() is called.' }],
  ])('%s (ready: %s)', (error, wasReady, failure) => {
    expect(explainWebLlm(error, wasReady, 1024)).toEqual(failure)
  })
})

describe('what a progress report of WebLLM means', () => {
  it.each([
    ['Loading model from cache[2/5]: 1MB loaded. 40% completed, 1 secs elapsed.', 0.4, 'uploading', 400],
    ['Loading GPU shader modules[3/54]: 5% completed, 2 secs elapsed.', 0.05, 'compiling', 50],
  ])('%s', (text, progress, stage, done) => {
    expect(readProgress(text, progress, [])).toMatchObject({ stage, done, total: 1000 })
  })

  it.each(['Start to fetch params', 'Finish loading on WebGPU - nvidia'])('%s is no stage of its own', (text) => {
    expect(readProgress(text, 1, [])).toBeNull()
  })
})

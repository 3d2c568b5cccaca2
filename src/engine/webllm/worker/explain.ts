import type { ModelFailure } from '#domain/models/failure.ts'
import { EngineError } from '../../engine-port.ts'

/**
 * What an error of WebLLM means. It exports none of its error classes, so they are known by `name`, and a few plain
 * `Error`s by their first words (0.2.86).
 *
 * @param wasReady whether the model had been loaded: WebLLM unloads itself in silence when the GPU device is lost, and
 *   the next question fails as "model not loaded".
 */
export function explainWebLlm(error: unknown, wasReady: boolean, contextWindow: number): ModelFailure {
  if (error instanceof EngineError) return error.failure
  const name = error instanceof Error ? error.name : ''
  const message = error instanceof Error ? error.message : String(error)
  switch (name) {
    case 'WebGPUNotAvailableError':
    case 'WebGPUNotFoundError':
      return { kind: 'noWebGpu' }
    case 'ShaderF16SupportError':
      return { kind: 'lacksFeature', feature: 'shader-f16' }
    case 'ContextWindowSizeExceededError':
      return { kind: 'promptTooLong', contextWindow }
    case 'DeviceLostError':
      return { kind: wasReady ? 'deviceLost' : 'outOfMemory' }
    case 'ModelNotLoadedError':
    case 'EngineNotLoadedError':
      return { kind: wasReady ? 'deviceLost' : 'notLoaded' }
    case 'QuotaExceededError':
      return { kind: 'storageFull', neededBytes: 0 }
    default:
      break
  }
  if (message.startsWith('Unable to find a compatible GPU')) return { kind: 'noAdapter' }
  if (/out of memory/i.test(message)) return { kind: 'outOfMemory' }
  if (/device (?:was |is )?lost|already (?:been )?disposed/i.test(message)) return { kind: 'deviceLost' }
  return { kind: 'unexpected', detail: name === '' ? message : `${name}: ${message}` }
}

import { convertPart } from '#converter/convert-part.ts'
import type { PartAnswer, PartRequest } from './part-wire.ts'

declare const self: DedicatedWorkerGlobalScope

// One of a pool: turns the bytes of a part into what is written of it.
self.addEventListener('message', ({ data: { job, part, bytes } }: MessageEvent<PartRequest>) => {
  const result = convertPart(part, bytes)
  const answer: PartAnswer = { job, result }
  self.postMessage(answer, result.ok ? result.value.map((write) => write.bytes.buffer) : [])
})

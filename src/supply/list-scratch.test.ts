import { expect, it } from 'vitest'
import { memoryFiles } from '#testing/fakes/memory-files.ts'
import { listScratch } from './list-scratch.ts'

it('lists what the making of builds has left, a folder a build, with its size', async () => {
  const folders = memoryFiles()
  folders.put('hari-q4f16_1/order.json', new Uint8Array(20))
  folders.put('hari-q4f16_1/scratch_0.bin', new Uint8Array(1000))
  folders.put('other-q4f32_1/copy-tokenizer.json', new Uint8Array(7))
  folders.put('a-file', new Uint8Array(3))
  expect(await listScratch(folders.handle)).toEqual([
    { buildId: 'hari-q4f16_1', bytes: 1020, hasOrder: true },
    { buildId: 'other-q4f32_1', bytes: 7, hasOrder: false },
  ])
  expect(await listScratch(null)).toEqual([])
})

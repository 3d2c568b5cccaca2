import { expect, it } from 'vitest'
import { sha256Of } from '#testing/fakes/node-hasher.ts'
import { wasmFileHashing } from './hashers.ts'

const bytes = Uint8Array.from({ length: 200_000 }, (_, at) => (at * 7) >> 3)

it.each([0, 1, 63, 64, 65, 100_000, 200_000])('goes on from what was saved after %i bytes', async (at) => {
  const before = await wasmFileHashing.begin()
  before.update(bytes.slice(0, at))
  const saved = before.save()
  expect(saved).toMatch(/^[A-Za-z0-9+/=]{20,300}$/)
  const after = await wasmFileHashing.resume(saved)
  for (const hasher of [before, after]) {
    hasher?.update(bytes.slice(at))
    expect(hasher?.hex()).toBe(sha256Of(bytes))
  }
})

it('does not go on from what it did not save', async () => {
  const saved = (await wasmFileHashing.begin()).save()
  for (const other of ['', '*', saved.slice(4), `${saved}AAAA`, `AAAAAAAA${saved.slice(8)}`])
    expect(await wasmFileHashing.resume(other)).toBeUndefined()
})

import { describe, expect, it } from 'vitest'
import { limitShortage } from './engine-limits.ts'

const mebibyte = 2 ** 20

describe('a limit, as the engine takes it', () => {
  it.each([
    ['all of it', 'maxBufferSize', 300, 1024, null],
    ['more than is offered in between', 'maxBufferSize', 300, 512, { needed: 1024, available: 512 }],
    ['little, from the lower step', 'maxBufferSize', 200, 512, null],
    ['little, from an adapter below the lower step', 'maxBufferSize', 1, 128, { needed: 256, available: 128 }],
    ['a binding of the lower step', 'maxStorageBufferBindingSize', 128, 256, null],
    ['a binding above it', 'maxStorageBufferBindingSize', 129, 256, { needed: 1024, available: 256 }],
    ['more than the engine ever asks for', 'maxBufferSize', 1500, 4096, { needed: 1500, available: 1024 }],
  ] as const)('gives %s', (_, limit, needed, offered, expected) => {
    const shortage = limitShortage(limit, needed * mebibyte, offered * mebibyte)
    const inBytes = expected && {
      limit,
      needed: expected.needed * mebibyte,
      available: expected.available * mebibyte,
    }
    expect(shortage).toEqual(inBytes)
  })

  it('wants 32 KiB for a workgroup though a library needs less', () => {
    const shortage = { limit: 'maxComputeWorkgroupStorageSize', needed: 32_768, available: 16_384 }
    expect(limitShortage('maxComputeWorkgroupStorageSize', 24_768, 16_384)).toEqual(shortage)
    expect(limitShortage('maxComputeWorkgroupStorageSize', 24_768, 32_768)).toBeNull()
  })

  it('takes a smaller workgroup where there is no larger', () => {
    expect(limitShortage('maxComputeInvocationsPerWorkgroup', 256, 300)).toBeNull()
    expect(limitShortage('maxComputeInvocationsPerWorkgroup', 512, 300)).toMatchObject({ needed: 512, available: 300 })
  })
})

import { describe, expect, it, vi } from 'vitest'
import type { MachineWorld } from './browser-machine.ts'
import { readMachine } from './browser-machine.ts'

const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0'
const limits = {
  maxBufferSize: 2 ** 30,
  maxStorageBufferBindingSize: 2 ** 30,
  maxComputeWorkgroupStorageSize: 32_768,
  maxComputeInvocationsPerWorkgroup: 1024,
  maxStorageBuffersPerShaderStage: 10,
}
const info = { vendor: 'nvidia', architecture: 'ampere', device: '', description: '' }

function world(parts: Partial<MachineWorld['navigator']>, isSecureContext = true): MachineWorld {
  return { isSecureContext, navigator: { userAgent, ...parts } }
}

describe('the machine', () => {
  it('is read without a device being asked for', async () => {
    const adapter = { info, limits: { ...limits, more: 1 }, features: new Set(['subgroups', 'shader-f16']) }
    const requestAdapter = vi.fn(() => Promise.resolve(adapter))
    const storage = {
      estimate: () => Promise.resolve({ usage: 1e9, quota: 11e9 }),
      persisted: () => Promise.resolve(true),
    }
    expect(await readMachine(world({ gpu: { requestAdapter }, storage, deviceMemory: 8 }))).toEqual({
      webgpu: 'present',
      adapter: {
        name: 'nvidia ampere',
        vendor: 'nvidia',
        isSoftware: false,
        features: ['shader-f16', 'subgroups'],
        limits,
      },
      disk: { freeBytes: 10e9, persisted: true },
      deviceMemoryBytes: 8 * 2 ** 30,
      gpuMemoryBytes: null,
      browser: { family: 'firefox', os: 'linux', version: 150 },
    })
    expect(requestAdapter).toHaveBeenCalledExactlyOnceWith({ powerPreference: 'high-performance' })
  })

  it.each([
    ['absent', world({})],
    ['insecureContext', world({}, false)],
    ['noAdapter', world({ gpu: { requestAdapter: () => Promise.resolve(null) } })],
    ['noAdapter', world({ gpu: { requestAdapter: () => Promise.reject(new Error('the GPU process is gone')) } })],
  ] as const)('has WebGPU %s', async (webgpu, found) => {
    expect(await readMachine(found)).toMatchObject({ webgpu, adapter: null })
  })

  it('is read where storage tells nothing or fails', async () => {
    const nothing = { freeBytes: null, persisted: false }
    const fails = {
      estimate: () => Promise.reject(new Error('no')),
      persisted: () => {
        throw new Error('no')
      },
    }
    const silent = { estimate: () => Promise.resolve({}), persisted: () => Promise.resolve(false) }
    for (const parts of [{}, { storage: fails }, { storage: silent }])
      expect(await readMachine(world(parts))).toMatchObject({ disk: nothing, deviceMemoryBytes: null })
  })

  it('has no name where the browser is too old to give one', async () => {
    const adapter = { limits, features: new Set<string>() }
    const gpu = { requestAdapter: () => Promise.resolve(adapter) }
    expect(await readMachine(world({ gpu }))).toMatchObject({ adapter: { name: '', isSoftware: false } })
  })
})

import { expect, it } from 'vitest'
import { adapterName, runsOnCpu } from './software-adapter.ts'

const info = { vendor: '', architecture: '', device: '', description: '' }

it.each([
  [{ ...info, isFallbackAdapter: true }, true],
  [{ ...info, vendor: 'google', architecture: 'swiftshader' }, true],
  [{ ...info, vendor: 'mesa', description: 'llvmpipe (LLVM 15.0.6, 256 bits)' }, true],
  [{ ...info, vendor: 'microsoft', description: 'Microsoft Basic Render Driver' }, true],
  [{ ...info, vendor: 'nvidia', architecture: 'ampere', isFallbackAdapter: false }, false],
  [info, false],
])('knows an adapter that runs on the CPU: %o', (adapter, expected) => {
  expect(runsOnCpu(adapter)).toBe(expected)
})

it('puts the name together from what is there', () => {
  expect(adapterName({ ...info, vendor: 'intel', architecture: 'gen-12lp' })).toBe('intel gen-12lp')
})

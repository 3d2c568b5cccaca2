// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Machine } from '#domain/models/machine.ts'
import type { LoadExperience } from '#domain/models/load-experience.ts'
import type { ProposalWishes } from '#domain/models/propose.ts'
import { bestBuild } from '#domain/models/propose.ts'
import type { Language } from '#i18n/language.ts'
import { learnLaterSentences, startTranslator } from '#i18n/translator.ts'
import { aMachine, anAdapter, experienced, withGpu, withLimits } from '#testing/builders/machines.ts'
import { hari } from '#testing/builders/offers.ts'
import type { FitPanelProps } from './fit-panel.tsx'
import { FitPanel } from './fit-panel.tsx'

interface Shown {
  readonly machine?: Machine
  readonly experience?: readonly LoadExperience[]
  readonly wishes?: ProposalWishes
  readonly props?: Partial<FitPanelProps>
}

function show({ machine = withGpu(8), experience = [], wishes = {}, props = {} }: Shown) {
  const proposal = bestBuild(machine, hari, experience, wishes)
  if (proposal === null) throw new Error('nothing to propose')
  const onContextWindow = vi.fn()
  const onGpuMemory = vi.fn()
  const { container } = render(
    <FitPanel
      proposal={proposal}
      os={machine.browser.os}
      gpuMemoryBytes={machine.gpuMemoryBytes}
      {...{ onContextWindow, onGpuMemory }}
      {...props}
    />,
  )
  return { text: container.textContent, onContextWindow, onGpuMemory }
}

const verdict = (): string | null | undefined => screen.getByRole('status').firstElementChild?.textContent

afterEach(cleanup)

describe('the fit of a model, in English', () => {
  beforeEach(() => startSpeaking('en'))

  it('is a verdict and the sum that led to it', () => {
    const { text } = show({})
    expect(verdict()).toBe('Fits')
    expect(text).toContain(
      'Weights 4.6 GB + cache 606.3 MB at 4,096 tokens + work 351.1 MB = 5.6 GB of graphics memory.',
    )
    expect(text).toContain('Disk: 4.9 GB needed, 100 GB allowed by the browser.')
  })

  it('offers every context window with its own verdict', () => {
    const { onContextWindow } = show({ machine: withGpu(6) })
    const names = screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)
    expect(names).toEqual([
      '2,048 tokensTight',
      '4,096 tokensTight',
      '8,192 tokensWill not run',
      '16,384 tokensWill not run',
    ])
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /4,096/ }).checked).toBe(true)
    fireEvent.click(screen.getByRole('radio', { name: /2,048/ }))
    expect(onContextWindow).toHaveBeenCalledExactlyOnceWith(2048)
  })

  it('asks what WebGPU does not tell, and says where to look it up', () => {
    const { text, onGpuMemory } = show({ machine: aMachine() })
    expect(text).toContain('Task Manager')
    expect(text).toContain('The browser does not tell how much graphics memory there is.')
    const field = screen.getByLabelText<HTMLSelectElement>('Graphics memory of this machine')
    expect([...field.options].map((option) => option.text)).toEqual([
      ...['I do not know', '4 GB', '6 GB', '8 GB', '12 GB', '16 GB', '24 GB or more'],
    ])
    fireEvent.change(field, { target: { value: '8' } })
    expect(onGpuMemory).toHaveBeenCalledExactlyOnceWith(8e9)
  })

  it('names what is missing', () => {
    const adapter = withLimits({ maxComputeWorkgroupStorageSize: 2 ** 14 })
    const { text } = show({ machine: withGpu(8, { adapter }) })
    expect(verdict()).toBe('Will not run')
    expect(text).toContain(
      'the memory of a workgroup (maxComputeWorkgroupStorageSize). 33 kB is needed, and there is 16 kB.',
    )
  })

  it('says how much memory is missing', () => {
    const { text } = show({ machine: withGpu(4) })
    expect(text).toContain('5.3 GB of graphics memory is needed, and this machine has 4 GB.')
  })

  it('remembers', () => {
    const { text } = show({ machine: withGpu(24), experience: experienced(['outOfMemory', 5e9]) })
    expect(text).toMatch(/Graphics memory ran out here on .*1970.*, at a start that took 5 GB\./)
  })

  it('asks the browser to keep the model', () => {
    const onPersist = vi.fn()
    show({ machine: withGpu(8, { disk: { freeBytes: 9e9, persisted: false } }), props: { onPersist } })
    expect(verdict()).toBe('Fits')
    fireEvent.click(screen.getByRole('button', { name: 'Ask the browser to keep it' }))
    expect(onPersist).toHaveBeenCalledOnce()
  })

  it('speaks of the disk only where something is still to be kept', () => {
    const { text } = show({ wishes: { kept: () => 5e9 } })
    expect(text).toContain('Disk: everything is kept already.')
    expect(text).not.toContain('how much room')
  })
})

describe('the fit of a model, in Korean', () => {
  beforeEach(() => startSpeaking('ko'))

  it('has its verdict, its sum and its reasons', () => {
    const adapter = anAdapter({ name: 'google swiftshader', isSoftware: true })
    const { text } = show({ machine: withGpu(6, { adapter }) })
    expect(verdict()).toBe('빠듯함')
    expect(text).toContain('가중치 4.6GB + 캐시 606.3MB(4,096토큰) + 작업 공간 351.1MB = 그래픽 메모리 5.6GB')
    expect(text).toContain('그래픽 메모리의 93%를 써요.')
    expect(text).toContain('CPU로 계산하고 있어요(google swiftshader)')
  })

  it('names the limit that is too small', () => {
    const limits = { maxBufferSize: 2 ** 28, maxStorageBufferBindingSize: 2 ** 27 }
    const { text } = show({ machine: withGpu(8, { adapter: withLimits(limits) }) })
    expect(text).toContain(
      '버퍼 하나의 최대 크기(maxBufferSize)가 부족해요. 1.1GB 이상이어야 하는데 이 장치에서는 268.4MB까지예요.',
    )
  })
})

async function startSpeaking(language: Language): Promise<void> {
  await startTranslator(language)
  await learnLaterSentences()
}

// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Machine } from '#domain/models/machine.ts'
import { bestBuild } from '#domain/models/propose.ts'
import { learnLaterSentences, startTranslator } from '#i18n/translator.ts'
import { withGpu, withLimits } from '#testing/builders/machines.ts'
import { hari } from '#testing/builders/offers.ts'
import type { OfferCardProps } from './offer-card.tsx'
import { OfferCard } from './offer-card.tsx'

const nothing = (): void => undefined

function buttonsOf(machine: Machine, props: Partial<OfferCardProps> = {}): readonly (string | null)[] {
  const proposal = bestBuild(machine, hari, [])
  if (proposal === null) throw new Error('nothing to propose')
  render(
    <OfferCard
      proposal={proposal}
      os="windows"
      fit={{ gpuMemoryBytes: machine.gpuMemoryBytes, onGpuMemory: nothing, onContextWindow: nothing }}
      order={{ kind: 'idle' }}
      unfinished={undefined}
      isDamaged={false}
      {...{ onGet: nothing, onStop: nothing, onGiveUp: nothing }}
      readText={() => Promise.resolve('')}
      {...props}
    />,
  )
  return screen.queryAllByRole('button').map((button) => button.textContent)
}

beforeAll(async () => {
  await startTranslator('en')
  await learnLaterSentences()
})

afterEach(cleanup)

describe('the card of a model that can be had', () => {
  it('offers it where it fits', () => {
    expect(buttonsOf(withGpu(16))).toContain('Get it')
  })

  it('lets an estimate be tried against', () => {
    expect(buttonsOf(withGpu(4))).toContain('Try anyway')
  })

  it('offers nothing where it is certain that it will not run, and says why without being asked', () => {
    const machine = withGpu(16, { adapter: withLimits({ maxComputeWorkgroupStorageSize: 2 ** 14 }) })
    const buttons = buttonsOf(machine)
    expect(buttons).not.toContain('Get it')
    expect(buttons).not.toContain('Try anyway')
    expect(document.body.textContent).toContain('maxComputeWorkgroupStorageSize')
  })

  it('goes on with what was begun, or gives it up', () => {
    const source = { kind: 'hub', host: 'https://hub.example', repository: 'a/b', revision: 'main' } as const
    const unfinished = { buildId: 'x', source, doneBytes: 1e9, totalBytes: 16.4e9 }
    const buttons = buttonsOf(withGpu(16), { unfinished })
    expect(buttons).toEqual(expect.arrayContaining(['Go on', 'Give up']))
    expect(document.body.textContent).toContain('1 GB of 16.4 GB')
  })

  it('says that lost files can be made anew', () => {
    expect(buttonsOf(withGpu(16), { isDamaged: true })).toContain('Get it again')
  })
})

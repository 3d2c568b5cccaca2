import { describe, expect, it } from 'vitest'
import { aModel } from '#testing/builders/a-model.ts'
import type { KeptVersion, ScratchFolder } from './kept.ts'
import { sortKept } from './kept.ts'

const mini = aModel({ id: 'mini', version: '2' })
const made = aModel({ id: 'made', version: 'a', made: { repository: null, revision: null, fingerprint: 'a' } })

function kept(modelId: string, version: string, bytes: number, hasManifest = false): KeptVersion {
  return { modelId, version, bytes, hasManifest }
}

function scratch(buildId: string, bytes: number, hasOrder = true): ScratchFolder {
  return { buildId, bytes, hasOrder }
}

describe('what is kept of models', () => {
  it('is a model with its files and with what its making has left', () => {
    const sorted = sortKept(
      [mini, made],
      [kept('mini', '2', 10), kept('made', 'a', 100, true)],
      [scratch('made', 1), scratch('mini', 7)],
    )
    expect(sorted.models).toEqual([
      { model: mini, bytes: 10 },
      { model: made, bytes: 101 },
    ])
    // The embedded model is never made here: a folder of its name is nothing of it.
    expect(sorted.unfinished).toMatchObject([{ modelId: 'mini', bytes: 7 }])
    expect(sorted.strays).toEqual([])
  })

  it('is what was begun: scratch files, and finished shards that no manifest covers yet', () => {
    const sorted = sortKept([mini], [kept('other', 'b', 50), kept('other', 'a', 40, true)], [scratch('other', 5)])
    expect(sorted.unfinished).toMatchObject([{ modelId: 'other', bytes: 55, hasScratch: true }])
    expect(sorted.strays).toMatchObject([{ modelId: 'other', bytes: 40, hasScratch: false }])
  })

  it('is what is being got now, before its order is written down', () => {
    const found = [[kept('other', 'b', 50)], [scratch('other', 5, false)]] as const
    expect(sortKept([], ...found, 'other')).toMatchObject({ unfinished: [{ bytes: 55 }], strays: [] })
    expect(sortKept([], ...found)).toMatchObject({ unfinished: [], strays: [{ bytes: 55, hasScratch: true }] })
  })

  it('is what this version does not know: older versions, builds that are not offered, remains', () => {
    const sorted = sortKept(
      [mini],
      [kept('mini', '1', 9), kept('mini', '0', 8), kept('gone', 'x', 70, true)],
      [scratch('remains', 3, false)],
    )
    expect(sorted.models).toEqual([])
    expect(sorted.strays.map(({ modelId, bytes }) => [modelId, bytes])).toEqual([
      ['mini', 17],
      ['gone', 70],
      ['remains', 3],
    ])
  })

  it('leaves out what frees nothing', () => {
    expect(sortKept([mini], [], [scratch('other', 0)])).toEqual({ models: [], unfinished: [], strays: [] })
  })
})

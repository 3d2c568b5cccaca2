import { describe, expect, it } from 'vitest'
import { aBankFile } from '#testing/builders/questions.ts'
import { aTableFile, banksOverFakes } from '#testing/builders/banks-over-fakes.ts'
import type { Banks } from './banks.ts'
import type { PreviewState } from './banks-state.ts'

const names = { title: 'Week 3', author: 'Kim', licence: '' }

function previewOf({ state }: Banks): PreviewState {
  const { importing } = state.getState()
  if (importing.kind !== 'preview') throw new Error(`no preview but ${importing.kind}`)
  return importing
}

describe('importing', () => {
  it('shows what a file would come to before anything is kept', async () => {
    const { banks, heads } = banksOverFakes()
    await banks.look(aTableFile({ good: 3, faulty: 1 }), 'week3.csv')
    expect(previewOf(banks)).toMatchObject({ fileName: 'week3.csv', preview: { count: 3, faultCount: 1 }, kept: null })
    expect(await heads.readAll()).toMatchObject({ ok: true, value: { records: [] } })
  })

  it('keeps the questions under the names given, and lists the bank', async () => {
    const { banks, library } = banksOverFakes()
    await banks.look(aTableFile({ good: 450 }), 'week3.csv')
    await banks.keep(names)
    expect(banks.state.getState().importing).toMatchObject({ kind: 'done', leftOut: 0, head: { count: 450 } })
    expect(banks.state.getState().list).toMatchObject({
      kind: 'ready',
      heads: [
        { title: { ko: 'Week 3', en: 'Week 3' }, author: 'Kim', licence: 'LicenseRef-unknown', fileName: 'week3.csv' },
      ],
    })
    const { importing } = banks.state.getState()
    const read = importing.kind === 'done' ? await library.read(importing.head.key) : null
    expect(read?.ok === true && read.value.questions.at(-1)).toMatchObject({
      leadIn: 'What is number 450?',
      answers: ['B'],
    })
  })

  it('tells of a bank that was kept', async () => {
    const { banks, kept } = banksOverFakes()
    await banks.look(aTableFile(), 'week3.csv')
    await banks.keep(names)
    expect(kept).toMatchObject([{ state: 'whole', count: 3 }])
  })

  it('keeps the id and the titles of a bank of our own', async () => {
    const { banks } = banksOverFakes()
    await banks.look(new Blob([JSON.stringify(aBankFile())]), 'bank.json')
    await banks.keep({ title: 'Sample items', author: 'Munjin', licence: 'CC0-1.0' })
    expect(banks.state.getState().list).toMatchObject({
      heads: [{ id: 'bank', title: { en: 'Sample items', ko: '견본 문항' }, licence: 'CC0-1.0' }],
    })
  })

  it('reads the columns as it is told', async () => {
    const { banks } = banksOverFakes()
    await banks.look(aTableFile(), 'week3.csv')
    const { look, choice } = previewOf(banks)
    const mapping = choice?.mapping ?? look.tables[0]?.proposed
    if (mapping === undefined) throw new Error('no mapping')
    await banks.choose(0, { ...mapping, key: null })
    expect(previewOf(banks)).toMatchObject({ isStale: false, preview: { count: 0, faultCount: 3 } })
    await banks.keep(names)
    expect(banks.state.getState().list).toEqual({ kind: 'absent' })
  })

  it('says why a file cannot be read, and takes the next one', async () => {
    const { banks } = banksOverFakes()
    await banks.look(new Blob(['']), 'empty.csv')
    expect(banks.state.getState().importing).toMatchObject({
      kind: 'failed',
      fileName: 'empty.csv',
      failure: { kind: 'empty' },
    })
    await banks.look(aTableFile(), 'week3.csv')
    expect(previewOf(banks).preview.count).toBe(3)
  })

  it('keeps nothing of a bank whose reader dies, and can be tried again', async () => {
    const { banks, importing, parts } = banksOverFakes()
    await banks.look(aTableFile({ good: 450 }), 'week3.csv')
    importing.die()
    await banks.keep(names)
    expect(previewOf(banks)).toMatchObject({ kept: null, failure: { kind: 'stopped' } })
    expect(await parts.readAll()).toMatchObject({ ok: true, value: { records: [] } })
  })

  it('that is left says nothing more', async () => {
    const { banks } = banksOverFakes()
    const looking = banks.look(aTableFile(), 'week3.csv')
    banks.leave()
    await looking
    expect(banks.state.getState().importing).toEqual({ kind: 'idle' })
  })
})

describe('a bank that is removed', () => {
  it('can be brought back', async () => {
    const { banks } = banksOverFakes()
    await banks.look(aTableFile(), 'week3.csv')
    await banks.keep(names)
    const { importing } = banks.state.getState()
    if (importing.kind !== 'done') throw new Error('not kept')
    await banks.remove(importing.head)
    expect(banks.state.getState()).toMatchObject({ list: { heads: [] }, removed: { fileName: 'week3.csv' } })
    await banks.undoRemove()
    expect(banks.state.getState()).toMatchObject({ list: { heads: [{ fileName: 'week3.csv' }] }, removed: null })
  })
})

import { describe, expect, it, vi } from 'vitest'
import { aGlossaryFile, aLabFile } from '#testing/builders/reference.ts'
import { openReference } from './reference.ts'

describe('what can be looked up', () => {
  it('is fetched when it is first opened, and only that', async () => {
    const loadLabValues = vi.fn(() => Promise.resolve(aLabFile()))
    const loadGlossary = vi.fn(() => Promise.resolve(aGlossaryFile()))
    const reference = openReference({ loadLabValues, loadGlossary })
    expect(loadLabValues).not.toHaveBeenCalled()
    await reference.openLabValues()
    await reference.openLabValues()
    expect(reference.state.getState()).toMatchObject({
      labValues: { kind: 'ready', value: { analytes: [{ id: 'sodium' }] } },
      glossary: { kind: 'absent' },
    })
    expect(loadLabValues).toHaveBeenCalledTimes(1)
    expect(loadGlossary).not.toHaveBeenCalled()
  })

  it('is fetched again where it did not come, and says why it cannot be read', async () => {
    const answers = [Promise.reject(new Error('offline')), Promise.resolve({}), Promise.resolve(aGlossaryFile())]
    const reference = openReference({
      loadLabValues: () => Promise.resolve(aLabFile()),
      loadGlossary: () => answers.shift() ?? Promise.reject(new Error('asked too often')),
    })
    await reference.openGlossary()
    expect(reference.state.getState().glossary).toEqual({ kind: 'failed', detail: 'offline' })
    await reference.openGlossary()
    expect(reference.state.getState().glossary).toMatchObject({
      kind: 'failed',
      detail: expect.stringMatching(/^format/) as string,
    })
    await reference.openGlossary()
    expect(reference.state.getState().glossary).toMatchObject({
      kind: 'ready',
      value: { terms: [{ id: 'appendix' }, { id: 'abdomen' }] },
    })
  })
})

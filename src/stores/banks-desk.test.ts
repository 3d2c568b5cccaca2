import { describe, expect, it, vi } from 'vitest'
import { formOf } from '#domain/question-bank/question-form.ts'
import { fail, succeed } from '#lib/result.ts'
import { banksOverFakes } from '#testing/builders/banks-over-fakes.ts'
import { seoul } from '#testing/builders/memory.ts'
import { aBankFile, aQuestion } from '#testing/builders/questions.ts'
import type { BankDesk, DeskState } from './banks-desk.ts'
import { openBankDesk } from './banks-desk.ts'
import type { NewBank } from './bank-library.ts'

const questions = Array.from({ length: 450 }, (_, index) => aQuestion({ id: `q${index}`, leadIn: `What is ${index}?` }))

async function aDesk({ readBuiltIn = () => Promise.resolve<unknown>(aBankFile()) } = {}) {
  const all = banksOverFakes()
  const { title, licence, author, createdAt, notice } = aBankFile() as unknown as NewBank
  const bank = { id: 'week-3', title, licence, author, createdAt, notice, fileName: 'a.csv', count: questions.length }
  const written = await all.library.write(bank, (from, count) =>
    Promise.resolve(succeed(questions.slice(from, from + count))),
  )
  if (!written.ok) throw new Error('not kept')
  const onKept = vi.fn()
  const desk = openBankDesk({
    library: all.library,
    readBuiltIn,
    ids: () => 'new',
    clock: all.clock,
    zone: seoul,
    onKept,
  })
  return { ...all, desk, head: written.value, onKept }
}

function opened(desk: BankDesk): Extract<DeskState, { kind: 'open' }> {
  const state = desk.state.getState()
  if (state.kind !== 'open') throw new Error(state.kind)
  return state
}

describe('a bank that is opened', () => {
  it('lies there with its questions', async () => {
    const { desk, head } = await aDesk()
    await desk.open(head)
    expect(opened(desk).bank.questions).toEqual(questions)
    desk.close()
    expect(desk.state.getState()).toEqual({ kind: 'closed' })
  })

  it('can be the one that comes with the app, which nobody changes', async () => {
    const { desk } = await aDesk()
    await desk.open(null)
    expect(opened(desk).bank.id).toBe('bank')
    expect(await desk.keep(aQuestion({ leadIn: 'Changed?' }))).toBe(false)
  })

  it.each([
    ['is none', () => Promise.resolve<unknown>({ format: 'anki' })],
    ['does not come', () => Promise.reject<unknown>(new Error('offline'))],
  ])('says so where the one of the app %s', async (_, readBuiltIn) => {
    const { desk } = await aDesk({ readBuiltIn })
    await desk.open(null)
    expect(desk.state.getState()).toMatchObject({ kind: 'failed', failure: { kind: 'notABank' } })
  })

  it('gives way to the one that is opened after it', async () => {
    const { desk, head } = await aDesk()
    await Promise.all([desk.open(head), desk.open(null)])
    expect(opened(desk).head).toBeNull()
  })
})

describe('a bank that is new', () => {
  it('is kept with its first question, and not before', async () => {
    const { desk, library } = await aDesk()
    desk.openNew(' My bank ')
    expect(opened(desk).bank).toMatchObject({ title: { ko: 'My bank', en: 'My bank' }, questions: [] })
    expect(await library.list()).toMatchObject({ ok: true, value: { heads: [{ id: 'week-3' }] } })
    await desk.keep(aQuestion({ id: 'first' }))
    await desk.keep(aQuestion({ id: 'second' }))
    const read = await library.read(opened(desk).head?.key ?? '')
    expect(read).toMatchObject({ ok: true, value: { questions: [{ id: 'first' }, { id: 'second' }] } })
    const listed = await library.list()
    expect(listed.ok && listed.value.heads.map(({ id, count }) => [id, count])).toEqual(
      expect.arrayContaining([
        ['new', 2],
        ['week-3', 450],
      ]),
    )
  })
})

describe('a question that is kept', () => {
  it('takes the place of the one with its id', async () => {
    const { desk, head, library, onKept } = await aDesk()
    await desk.open(head)
    expect(await desk.keep(aQuestion({ id: 'q210', leadIn: 'What else?' }))).toBe(true)
    const now = opened(desk)
    const read = await library.read(now.head?.key ?? '')
    expect(read.ok && read.value.questions.map(({ leadIn }) => leadIn)).toEqual(
      questions.map(({ id, leadIn }) => (id === 'q210' ? 'What else?' : leadIn)),
    )
    expect(await library.list()).toMatchObject({ ok: true, value: { heads: [{ key: now.head?.key, count: 450 }] } })
    expect(onKept).toHaveBeenCalledTimes(1)
  })

  it('stands behind the last one where its id is new, and can be changed at once', async () => {
    const { desk, head, library } = await aDesk()
    await desk.open(head)
    await desk.keep(aQuestion({ id: 'new' }))
    await desk.keep(aQuestion({ id: 'new', leadIn: 'Which?' }))
    const read = await library.read(opened(desk).head?.key ?? '')
    expect(read.ok && read.value.questions.at(-1)).toMatchObject({ id: 'new', leadIn: 'Which?' })
    expect(opened(desk).bank.questions).toHaveLength(451)
  })

  it('changes nothing where the disk refuses', async () => {
    const { desk, head, library, parts } = await aDesk()
    await desk.open(head)
    vi.spyOn(parts, 'write').mockResolvedValue(fail({ kind: 'full' }))
    expect(await desk.keep(aQuestion({ id: 'q0', leadIn: 'Lost?' }))).toBe(false)
    expect(opened(desk)).toMatchObject({ keeping: { kind: 'failed', failure: { kind: 'full' } } })
    expect(opened(desk).bank.questions).toEqual(questions)
    const read = await library.read(head.key)
    expect(read.ok && read.value.questions).toEqual(questions)
    expect(await library.list()).toMatchObject({ ok: true, value: { heads: [{ key: head.key }] } })
    desk.discard()
    expect(opened(desk).keeping).toEqual({ kind: 'idle' })
  })

  it('waits on the desk as long as it is written, also where it could not be kept', async () => {
    const { desk, head, parts } = await aDesk()
    await desk.open(head)
    const start = formOf(aQuestion({ id: 'q0' }))
    desk.take(start)
    desk.change({ ...start, leadIn: 'Why?' })
    const failing = vi.spyOn(parts, 'write').mockResolvedValue(fail({ kind: 'full' }))
    await desk.keep(aQuestion({ id: 'q0', leadIn: 'Why?' }))
    expect(opened(desk).draft).toEqual({ start, form: { ...start, leadIn: 'Why?' } })
    failing.mockRestore()
    await desk.keep(aQuestion({ id: 'q0', leadIn: 'Why?' }))
    expect(opened(desk)).toMatchObject({ draft: null, keeping: { kind: 'idle' } })
  })

  it('does not undo what another window has kept since', async () => {
    const { desk, head, library, clock } = await aDesk()
    await desk.open(head)
    const other = openBankDesk({
      library,
      readBuiltIn: () => Promise.resolve(null),
      ids: () => 'new',
      clock,
      zone: seoul,
      onKept: vi.fn(),
    })
    await other.open(head)
    await other.keep(aQuestion({ id: 'q1', leadIn: 'Kept elsewhere?' }))
    expect(await desk.keep(aQuestion({ id: 'q0' }))).toBe(false)
    expect(opened(desk)).toMatchObject({ keeping: { failure: { kind: 'changedElsewhere' } } })
    const listed = await library.list()
    const key = listed.ok ? (listed.value.heads[0]?.key ?? '') : ''
    expect(await library.read(key)).toMatchObject({
      ok: true,
      value: { questions: { 1: { leadIn: 'Kept elsewhere?' } } },
    })
  })
})

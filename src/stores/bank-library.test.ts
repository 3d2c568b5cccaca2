import { describe, expect, it } from 'vitest'
import type { BankHead, BankPart } from '#domain/question-bank/kept-bank.ts'
import { questionsInPart } from '#domain/question-bank/kept-bank.ts'
import type { CalendarDay, Question } from '#domain/question-bank/question.ts'
import { fail, succeed } from '#lib/result.ts'
import { instant } from '#lib/time.ts'
import { manualClock } from '#testing/builders/manual-clock.ts'
import { aQuestion } from '#testing/builders/questions.ts'
import { openMemoryShelf } from '#storage/memory/memory-shelf.ts'
import { bankHeadSchema, bankPartSchema } from '#storage/schemas/bank.ts'
import type { NewBank } from './bank-library.ts'
import { openBankLibrary } from './bank-library.ts'

const hour = 3_600_000

function aLibrary() {
  const clock = manualClock({ now: instant(1_000) })
  const heads = openMemoryShelf<BankHead>(bankHeadSchema, clock)
  const parts = openMemoryShelf<BankPart>(bankPartSchema, clock)
  let count = 0
  const library = openBankLibrary({ heads, parts, clock, ids: () => `key${(count += 1)}` })
  return { library, heads, parts, clock }
}

function aNewBank(count: number, changes: Partial<NewBank> = {}): NewBank {
  return {
    ...{ id: 'week-3', title: { ko: '3주차', en: 'Week 3' }, licence: 'CC0-1.0', author: 'Kim', notice: null },
    ...{ createdAt: '2026-11-23' as CalendarDay, fileName: 'week3.csv', count },
    ...changes,
  }
}

function someQuestions(count: number): readonly Question[] {
  return Array.from({ length: count }, (_, index) => aQuestion({ id: `q${index}` }))
}

function from(questions: readonly Question[]) {
  return (start: number, count: number) => Promise.resolve(succeed(questions.slice(start, start + count)))
}

describe('a library of banks', () => {
  it.each([1, questionsInPart, questionsInPart + 1, 3 * questionsInPart])('gives a bank of %i back', async (count) => {
    const { library } = aLibrary()
    const questions = someQuestions(count)
    const written = await library.write(aNewBank(count), from(questions))
    const read = written.ok ? await library.read(written.value.key) : written
    expect(read).toMatchObject({ ok: true, value: { id: 'week-3', questions } })
    expect(await library.list()).toMatchObject({ ok: true, value: { heads: [{ id: 'week-3', count }], unreadable: 0 } })
  })

  it('has one of each id, the one that came last', async () => {
    const { library } = aLibrary()
    await library.write(aNewBank(1), from(someQuestions(1)))
    await library.write(aNewBank(2, { fileName: 'mended.csv' }), from(someQuestions(2)))
    const listed = await library.list()
    expect(listed.ok && listed.value.heads.map(({ fileName }) => fileName)).toEqual(['mended.csv'])
  })

  it('gives a bank by its id in whatever copy it is kept, and none that is gone', async () => {
    const { library } = aLibrary()
    await library.write(aNewBank(1), from(someQuestions(1)))
    const newer = await library.write(aNewBank(2), from(someQuestions(2)))
    const read = await library.readById('week-3')
    expect(read.ok && read.value.questions).toHaveLength(2)
    if (newer.ok) await library.remove(newer.value)
    expect(await library.readById('week-3')).toMatchObject({ ok: false, failure: { kind: 'damaged' } })
  })

  it('keeps what it had when a new one breaks off, and leaves nothing of that one', async () => {
    const { library, parts } = aLibrary()
    await library.write(aNewBank(1), from(someQuestions(1)))
    let pieces = 0
    const broken = await library.write(aNewBank(3 * questionsInPart), (start, count) => {
      pieces += 1
      return Promise.resolve(
        pieces === 2
          ? fail({ kind: 'stopped' as const, detail: '' })
          : succeed(someQuestions(600).slice(start, start + count)),
      )
    })
    expect(broken).toMatchObject({ ok: false, failure: { kind: 'stopped' } })
    expect(await library.list()).toMatchObject({ ok: true, value: { heads: [{ fileName: 'week3.csv', count: 1 }] } })
    const left = await parts.readAll()
    expect(left.ok && left.value.records.length).toBe(1)
  })

  it('brings back what was removed, within the hour at least', async () => {
    const { library, clock } = aLibrary()
    const written = await library.write(aNewBank(1), from(someQuestions(1)))
    if (!written.ok) throw new Error('not kept')
    await library.remove(written.value)
    clock.pass(hour - 1)
    expect(await library.list()).toMatchObject({ ok: true, value: { heads: [] } })
    await library.restore(written.value)
    expect(await library.list()).toMatchObject({ ok: true, value: { heads: [{ id: 'week-3' }] } })
    expect(await library.read(written.value.key)).toMatchObject({ ok: true })
  })

  it('sweeps away what was removed, or only half written, long ago', async () => {
    const { library, heads, parts, clock } = aLibrary()
    const written = await library.write(aNewBank(1), from(someQuestions(1)))
    if (!written.ok) throw new Error('not kept')
    await library.remove(written.value)
    await heads.write('half', { ...written.value, key: 'half', state: 'writing', since: clock.now() })
    clock.pass(hour + 1)
    await library.list()
    const [leftHeads, leftParts] = [await heads.readAll(), await parts.readAll()]
    expect([leftHeads.ok && leftHeads.value.records, leftParts.ok && leftParts.value.records]).toEqual([[], []])
  })

  it('says that a bank is damaged where a part is gone', async () => {
    const { library, parts } = aLibrary()
    const written = await library.write(aNewBank(1), from(someQuestions(1)))
    if (!written.ok) throw new Error('not kept')
    await parts.remove(`${written.value.key}.0`)
    expect(await library.read(written.value.key)).toMatchObject({ ok: false, failure: { kind: 'damaged' } })
    expect(await library.read('no such key')).toMatchObject({ ok: false, failure: { kind: 'damaged' } })
  })
})

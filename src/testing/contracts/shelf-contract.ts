import { describe, expect, it } from 'vitest'
import type { Shelf } from '#storage/archive-port.ts'
import type { Now } from '#storage/envelope.ts'
import { manualClock } from '../builders/manual-clock.ts'
import type { Note } from './note.ts'

/** A place to keep notes, with a hand in its machinery. */
export interface ShelfUnderTest {
  /** Another shelf over the same records, as another tab has one. */
  readonly open: (clock: Now) => Shelf<Note>
  /** Puts something under an id as if it had been found there. */
  readonly plant: (id: string, found: unknown) => Promise<void>
  /** How many records lie aside. */
  readonly countSetAside: () => Promise<number>
  readonly fillDisk: () => void
  readonly takeStorageAway: () => void
}

/** What every shelf does. `prepare` gives an empty one. */
export function describeShelf(name: string, prepare: () => ShelfUnderTest): void {
  describe(`${name}, as a shelf`, () => {
    it('gives back what was kept, and nothing for an unknown id', async () => {
      const shelf = prepare().open(manualClock())
      expect(await shelf.write('a', { text: '충수염' })).toEqual({ ok: true, value: undefined })
      expect(await shelf.read('a')).toEqual({ ok: true, value: { text: '충수염' } })
      expect(await shelf.read('aa')).toEqual({ ok: true, value: undefined })
    })

    it('lists records newest first', async () => {
      const clock = manualClock()
      const shelf = prepare().open(clock)
      for (const id of ['a', 'b', 'c']) {
        await shelf.write(id, { text: id })
        clock.pass(1_000)
      }
      await shelf.write('a', { text: 'again' })
      const found = await shelf.readAll()
      expect(found.ok && found.value.records.map(({ id }) => id)).toEqual(['a', 'c', 'b'])
    })

    it('opens a record of an earlier version', async () => {
      const place = prepare()
      await place.plant('old', { kind: 'note', version: 1, savedAt: 5, data: 'once' })
      expect(await place.open(manualClock()).read('old')).toEqual({ ok: true, value: { text: 'once' } })
    })

    it.each([
      ['no envelope', { text: 'bare' }, 'damaged'],
      ['another kind', { kind: 'card', version: 2, savedAt: 5, data: { text: 'x' } }, 'damaged'],
      ['a broken record', { kind: 'note', version: 2, savedAt: 5, data: { text: 7 } }, 'damaged'],
      ['a record of a newer app', { kind: 'note', version: 3, savedAt: 5, data: { text: 'x' } }, 'fromTheFuture'],
    ])('shows %s beside the readable ones and does not write over it', async (_, found, kind) => {
      const place = prepare()
      const shelf = place.open(manualClock())
      await place.plant('bad', found)
      await shelf.write('good', { text: 'fine' })
      const all = await shelf.readAll()
      expect(all).toMatchObject({
        ok: true,
        value: { records: [{ id: 'good' }], unreadable: [{ id: 'bad', failure: { kind } }] },
      })
      expect(await shelf.read('bad')).toMatchObject({ ok: false, failure: { kind } })
      expect(await shelf.write('bad', { text: 'new' })).toMatchObject({ ok: false, failure: { kind } })
      expect(await shelf.read('bad')).toMatchObject({ ok: false, failure: { kind } })
    })

    it('writes under an id again once what could not be read was set aside', async () => {
      const place = prepare()
      const shelf = place.open(manualClock())
      await place.plant('bad', 'nonsense')
      expect(await shelf.setAside('bad')).toMatchObject({ ok: true })
      expect(await place.countSetAside()).toBe(1)
      expect(await shelf.readAll()).toEqual({ ok: true, value: { records: [], unreadable: [] } })
      expect(await shelf.write('bad', { text: 'new' })).toMatchObject({ ok: true })
      expect(await shelf.read('bad')).toEqual({ ok: true, value: { text: 'new' } })
    })

    it('sets nothing aside that can be read', async () => {
      const place = prepare()
      const shelf = place.open(manualClock())
      await shelf.write('a', { text: 'fine' })
      await shelf.setAside('a')
      await shelf.setAside('absent')
      expect(await place.countSetAside()).toBe(0)
      expect(await shelf.read('a')).toMatchObject({ ok: true, value: { text: 'fine' } })
    })

    it('forgets what was removed, and nothing else', async () => {
      const shelf = prepare().open(manualClock())
      await shelf.write('AAA', { text: '1' })
      await shelf.write('AAAB', { text: '2' })
      await shelf.remove('AAA')
      const all = await shelf.readAll()
      expect(all.ok && all.value.records.map(({ id }) => id)).toEqual(['AAAB'])
    })

    it('keeps the last of the writes that were asked for at once', async () => {
      const shelf = prepare().open(manualClock())
      await Promise.all(['1', '2', '3'].map((text) => shelf.write('a', { text })))
      expect(await shelf.read('a')).toEqual({ ok: true, value: { text: '3' } })
      await Promise.all([shelf.write('a', { text: '4' }), shelf.remove('a')])
      expect(await shelf.read('a')).toEqual({ ok: true, value: undefined })
    })

    it('lets two writers keep their own records and see each other’s', async () => {
      const place = prepare()
      const [one, other] = [place.open(manualClock()), place.open(manualClock())]
      await Promise.all([one.write('a', { text: 'one' }), other.write('b', { text: 'other' })])
      expect(await one.read('b')).toEqual({ ok: true, value: { text: 'other' } })
      expect(await other.read('a')).toEqual({ ok: true, value: { text: 'one' } })
    })

    it('says that the disk is full, and keeps what it had', async () => {
      const place = prepare()
      const shelf = place.open(manualClock())
      await shelf.write('a', { text: 'before' })
      place.fillDisk()
      expect(await shelf.write('a', { text: 'after' })).toEqual({ ok: false, failure: { kind: 'full' } })
      expect(await shelf.read('a')).toEqual({ ok: true, value: { text: 'before' } })
      expect(await shelf.remove('a')).toMatchObject({ ok: true })
    })

    it('says that nothing can be kept where there is no storage', async () => {
      const place = prepare()
      place.takeStorageAway()
      const shelf = place.open(manualClock())
      const unavailable = { ok: false, failure: { kind: 'unavailable' } }
      expect(await shelf.write('a', { text: 'x' })).toMatchObject(unavailable)
      expect(await shelf.read('a')).toMatchObject(unavailable)
      expect(await shelf.readAll()).toMatchObject(unavailable)
      expect(await shelf.setAside('a')).toMatchObject(unavailable)
      expect(await shelf.remove('a')).toMatchObject(unavailable)
    })
  })
}

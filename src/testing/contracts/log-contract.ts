import { describe, expect, it } from 'vitest'
import { instant } from '#lib/time.ts'
import type { Log } from '#storage/archive-port.ts'
import type { Now } from '#storage/envelope.ts'
import { manualClock } from '../builders/manual-clock.ts'
import type { Note } from './note.ts'

export interface LogUnderTest {
  /** Another log over the same events, as another tab has one. */
  readonly open: (clock: Now) => Log<Note>
  /** Puts something at the end as if it had been found there. */
  readonly plant: (found: unknown) => Promise<void>
  readonly fillDisk: () => void
  readonly takeStorageAway: () => void
}

/** What every log does. `prepare` gives an empty one. */
export function describeLog(name: string, prepare: () => LogUnderTest): void {
  describe(`${name}, as a log`, () => {
    it('gives events back in the order they were appended', async () => {
      const log = prepare().open(manualClock())
      const texts = Array.from({ length: 12 }, (_, index) => String(index))
      for (const text of texts) await log.append({ text })
      expect(await textsOf(log)).toEqual(texts)
    })

    it('keeps that order when the clock is set back', async () => {
      const clock = manualClock({ now: instant(10_000) })
      const log = prepare().open(clock)
      await log.append({ text: 'first' })
      clock.pass(-5_000)
      await log.append({ text: 'second' })
      expect(await textsOf(log)).toEqual(['first', 'second'])
    })

    it('counts events that cannot be read and hides no other', async () => {
      const place = prepare()
      const log = place.open(manualClock())
      await log.append({ text: 'first' })
      await place.plant('nonsense')
      await place.plant({ kind: 'note', version: 9, savedAt: 5, data: {} })
      await place.plant({ kind: 'note', version: 1, savedAt: 5, data: 'old' })
      await log.append({ text: 'last' })
      expect(await log.readAll()).toEqual({
        ok: true,
        value: { events: [{ text: 'first' }, { text: 'old' }, { text: 'last' }], unreadable: 2 },
      })
    })

    it('loses no event of two writers', async () => {
      const place = prepare()
      const [one, other] = [place.open(manualClock()), place.open(manualClock())]
      await Promise.all([
        one.append({ text: 'a' }),
        other.append({ text: 'b' }),
        one.append({ text: 'c' }),
        other.append({ text: 'd' }),
      ])
      expect((await textsOf(one)).toSorted()).toEqual(['a', 'b', 'c', 'd'])
    })

    it('says that the disk is full, and keeps what it had', async () => {
      const place = prepare()
      const log = place.open(manualClock())
      await log.append({ text: 'before' })
      place.fillDisk()
      expect(await log.append({ text: 'after' })).toEqual({ ok: false, failure: { kind: 'full' } })
      expect(await textsOf(log)).toEqual(['before'])
    })

    it('says that nothing can be kept where there is no storage', async () => {
      const place = prepare()
      place.takeStorageAway()
      const log = place.open(manualClock())
      expect(await log.append({ text: 'x' })).toMatchObject({ ok: false, failure: { kind: 'unavailable' } })
      expect(await log.readAll()).toMatchObject({ ok: false, failure: { kind: 'unavailable' } })
    })
  })
}

async function textsOf(log: Log<Note>): Promise<readonly string[]> {
  const found = await log.readAll()
  return found.ok ? found.value.events.map(({ text }) => text) : []
}

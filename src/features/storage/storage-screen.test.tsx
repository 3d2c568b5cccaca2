// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Language } from '#i18n/language.ts'
import { changeLanguage, learnLaterSentences, startTranslator } from '#i18n/translator.ts'
import type { StorageOverFakes } from '#testing/builders/storage-over-fakes.ts'
import { aStore, storedMade, storedMini } from '#testing/builders/storage-over-fakes.ts'
import { settled } from '#testing/fakes/quiz-needs.ts'
import { StorageScreen } from './storage-screen.tsx'

async function show(options: StorageOverFakes = {}, language: Language = 'en'): Promise<void> {
  await startTranslator(language)
  await learnLaterSentences()
  const store = aStore()
  await store.keep(storedMini)
  await store.keep(storedMade)
  await store.keepShard('mini', '1', 70)
  await store.keepShard('begun', 'x', 5)
  store.scratch.put('begun/order.json', new Uint8Array(20))
  const { report, supply } = store.open(options)
  render(<StorageScreen report={report} supply={supply} />)
  await act(settled)
}

/** The line of a section with such a name, as it reads. */
function line(section: string, name: string): string {
  const lines = within(screen.getByRole('region', { name: section })).getAllByRole('listitem')
  return lines.find(({ textContent }) => textContent.includes(name))?.textContent ?? ''
}

async function click(name: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name }))
    await settled()
  })
}

afterEach(cleanup)

describe('the storage screen', () => {
  it('lists every thing with its size', async () => {
    await show()
    expect(line('Models', 'Mini')).toContain('101 byte')
    expect(line('Models', 'Tiny')).toContain('1 kB')
    expect(line('Begun and not finished', 'begun')).toContain('25 byte')
    expect(line('Of no use to this version', 'Unused files of Mini')).toContain('Version 170 byte')
    expect(line('Your work', '2 conversations')).toContain('30 byte')
    expect(line('Your work', 'Answers')).toContain('cannot be read now')
    expect(line('The app itself', 'Files of the app')).toContain('400 byte')
  })

  it('removes after asking, says what that freed, and puts the focus there', async () => {
    await show()
    await click('Remove: Mini')
    expect(screen.getByRole('dialog').textContent).toContain('Frees 101 byte')
    await click('Cancel')
    expect(line('Models', 'Mini')).toContain('101 byte')
    await click('Remove: Mini')
    await act(async () => {
      fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove' }))
      await settled()
    })
    expect(line('Models', 'Mini')).toBe('')
    expect(document.activeElement?.textContent).toBe('Removed: Mini. 101 byte freed.')
  })

  it('says what it means that the browser did not promise to keep it', async () => {
    await show()
    await click('Ask the browser to keep it')
    expect(screen.getByRole('status').textContent).toContain('The browser did not promise it.')
  })

  it('calls nothing useless while it cannot know what is of use', async () => {
    await show({ readOffers: () => Promise.reject(new Error('no list')) })
    expect(screen.queryByRole('region', { name: 'Of no use to this version' })).toBeNull()
    expect(screen.getByText(/could not be read/).textContent).toContain('no list')
  })

  it('speaks Korean', async () => {
    await show({}, 'ko')
    await act(() => changeLanguage('ko'))
    expect(line('모델', '미니')).toContain('101바이트')
    expect(screen.getByRole('button', { name: '삭제: 미니' }).textContent).toBe('삭제')
  })
})

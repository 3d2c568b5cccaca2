// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseLabValues } from '#domain/reference/lab-values.ts'
import { speak } from '#testing/builders/quiz-on-screen.tsx'
import file from '../../../../public/reference/lab-values.json' with { type: 'json' }
import { LabPanel } from './lab-panel.tsx'

beforeEach(() => speak('ko'))
afterEach(cleanup)

const parsed = parseLabValues(file)

/** The panel, of some groups of the table only: what searches a whole document is slow. */
function openPanel(groups: readonly string[] = ['hematology', 'lipids', 'vitals']): void {
  if (!parsed.ok) throw new Error(parsed.failure)
  const analytes = parsed.value.analytes.filter(({ group }) => groups.includes(group))
  render(<LabPanel values={{ ...parsed.value, analytes }} />)
}

async function search(query: string): Promise<void> {
  await act(async () => {
    fireEvent.change(screen.getByRole('searchbox', { name: '검색' }), { target: { value: query } })
    await Promise.resolve()
  })
}

const entryOf = (name: RegExp): HTMLElement => {
  const entry = screen.getByRole('heading', { name, level: 4 }).closest('li')
  if (entry === null) throw new Error('no entry')
  return entry
}

describe('the panel of reference values', () => {
  it('says that ranges differ and shows every test', () => {
    openPanel(['lipids', 'renal'])
    expect(screen.getByText(/참고구간은 검사실/)).toBeDefined()
    expect(screen.getByRole('status').textContent).toBe('검사 12개')
    expect(screen.getAllByRole('heading', { level: 4 })).toHaveLength(12)
  })

  it('finds a test by its initial consonants and says how many there are', async () => {
    openPanel()
    await search('ㅎㅅㅅ')
    const entry = within(entryOf(/^혈색소 Hb/))
    expect(entry.getByText('13.5~17.5 g/dL')).toBeDefined()
    expect(entry.getByText('출처 1')).toBeDefined()
    expect(screen.getByRole('status').textContent).toMatch(/^검사 \d개$/)
  })

  it('turns to SI units', async () => {
    openPanel()
    await search('Hgb')
    fireEvent.click(screen.getByRole('radio', { name: '국제 단위' }))
    expect(within(entryOf(/^혈색소 Hb/)).getByText('135~175 g/L')).toBeDefined()
  })

  it('shows no specimen where nothing is taken', async () => {
    openPanel()
    await search('apgar')
    expect(entryOf(/^아프가/).textContent).not.toMatch(/none|·/)
    await search('Hgb')
    expect(entryOf(/^혈색소 Hb/).textContent).toContain('전혈')
  })

  it('keeps to a group', () => {
    openPanel()
    fireEvent.change(screen.getByRole('combobox', { name: '분류' }), { target: { value: 'lipids' } })
    expect(screen.getByRole('status').textContent).toBe('검사 6개')
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual(['지질'])
  })

  it('lists the sources by number, and says when nothing is found', async () => {
    openPanel()
    expect(screen.getByText('USMLE/NBME Laboratory Values reference table')).toBeDefined()
    await search('zzz')
    expect(screen.getByRole('status').textContent).toContain('맞는 검사가 없어요')
  })
})

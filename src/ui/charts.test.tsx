// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { BarChart } from './bar-chart.tsx'
import { IntervalTable } from './interval-table.tsx'

afterEach(cleanup)

const words = { caption: 'Answers', summary: 'Two days.', scale: 'Highest: 4', tableLabel: 'Show as a table' }

function heights(container: HTMLElement): readonly (string | null)[] {
  return [...container.querySelectorAll('rect')].map((rect) => rect.getAttribute('height'))
}

describe('a bar chart', () => {
  const bars = [
    { name: 'Mon', value: 4, part: 1 },
    { name: 'Tue', value: 2, part: 2 },
  ]

  it('draws each value, and the part of it, up to the highest', () => {
    const { container } = render(<BarChart {...words} bars={bars} columns={{ name: 'Day', value: 'Answers' }} />)
    expect(heights(container)).toEqual(['100', '25', '50', '50'])
  })

  it('draws nothing for nothing', () => {
    const nothing = [{ name: 'Mon', value: 0 }]
    const { container } = render(<BarChart {...words} bars={nothing} columns={{ name: 'Day', value: 'Answers' }} />)
    expect(heights(container)).toEqual(['0', '0'])
  })

  it('says the same in a sentence and in a table', () => {
    render(<BarChart {...words} bars={bars} columns={{ name: 'Day', value: 'Answers', part: 'Right' }} />)
    expect(screen.getByRole('img', { name: 'Two days.' })).toBeDefined()
    const table = within(screen.getByRole('table', { name: 'Answers' }))
    expect(table.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      'Day',
      'Answers',
      'Right',
    ])
    expect(table.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['4', '1', '2', '2'])
  })
})

describe('a table of intervals', () => {
  it('draws the interval, the share and what it is held against, from 0 to 100', () => {
    const row = { key: 'a', name: 'Law', share: 0.5, low: 0.25, high: 0.75, mark: 0.9, cells: ['1 of 2'] }
    const { container } = render(
      <IntervalTable caption="Subjects" legend="Bar: interval." columns={['Subject', 'Right']} rows={[row]} />,
    )
    const paths = [...container.querySelectorAll('path')].map((path) => path.getAttribute('d'))
    expect(paths.slice(1)).toEqual(['M25 5H75', 'M90 0V10', 'M50 1V9'])
    expect(screen.getByRole('rowheader').textContent).toBe('Law')
    expect(screen.getByRole('cell').textContent).toBe('1 of 2')
  })
})

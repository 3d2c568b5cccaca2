// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Disclosure } from './disclosure.tsx'
import { RadioRow } from './radio-row.tsx'
import { SelectField } from './select-field.tsx'
import { SwitchField } from './switch-field.tsx'

afterEach(cleanup)

const options = [
  { value: 'guess', label: '찍음' },
  { value: 'sure', label: '확실' },
] as const

describe('fields', () => {
  it('offers a row of real radio buttons under one name, none of them chosen at first', () => {
    const onChange = vi.fn()
    render(<RadioRow label="확신도" hideLabel options={options} value={null} onChange={onChange} />)
    expect(screen.getByRole('group', { name: '확신도' })).toBeDefined()
    const radios = screen.getAllByRole<HTMLInputElement>('radio')
    expect(radios.map((each) => each.checked)).toEqual([false, false])
    expect(new Set(radios.map((each) => each.name)).size).toBe(1)
    fireEvent.click(screen.getByRole('radio', { name: '확실' }))
    expect(onChange).toHaveBeenCalledWith('sure')
  })

  it('says the value that was chosen from a list', () => {
    const onChange = vi.fn()
    render(<SelectField label="확신도" options={options} value="guess" onChange={onChange} />)
    fireEvent.change(screen.getByLabelText('확신도'), { target: { value: 'sure' } })
    expect(onChange).toHaveBeenCalledWith('sure')
  })

  it('tells a switch apart from a checkbox and describes it', () => {
    const onChange = vi.fn()
    render(<SwitchField label="시간 제한" detail="문항당 60초" checked={false} onChange={onChange} />)
    fireEvent.click(screen.getByRole('switch', { name: '시간 제한' }))
    expect(onChange).toHaveBeenCalledWith(true)
  })

  it('follows its owner and tells when the browser opens it', () => {
    const onToggle = vi.fn()
    const { container } = render(
      <Disclosure summary="근거" open={false} onToggle={onToggle}>
        <p />
      </Disclosure>,
    )
    const details = container.querySelector('details')
    if (details === null) throw new Error('no <details>')
    details.open = true
    fireEvent(details, new Event('toggle'))
    expect(onToggle).toHaveBeenCalledWith(true)
  })
})

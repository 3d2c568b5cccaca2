// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { NumberField } from './number-field.tsx'

afterEach(cleanup)

function field() {
  const onChange = vi.fn<(value: number | null) => void>()
  function Owner() {
    const [value, setValue] = useState<number | null>(40)
    const change = (next: number | null): void => {
      onChange(next)
      setValue(next)
    }
    return <NumberField label="문항 수" value={value} onChange={change} min={10} max={100} unit="문항" />
  }
  render(<Owner />)
  return { input: screen.getByLabelText<HTMLInputElement>('문항 수'), onChange }
}

describe('NumberField', () => {
  it('says a number in range, and nothing as nothing', () => {
    const { input, onChange } = field()
    fireEvent.change(input, { target: { value: '25' } })
    fireEvent.change(input, { target: { value: '' } })
    expect(onChange.mock.calls).toEqual([[25], [null]])
  })

  it('keeps a number out of range to itself until it is left, then takes the nearest', () => {
    const { input, onChange } = field()
    fireEvent.change(input, { target: { value: '250' } })
    expect(onChange).not.toHaveBeenCalled()
    expect(input.value).toBe('250')
    fireEvent.blur(input)
    expect(onChange.mock.calls).toEqual([[100]])
    expect(input.value).toBe('100')
  })
})

import { describe, expect, it } from 'vitest'
import { instant } from '#lib/time.ts'
import { greenwich, seoul } from '#testing/builders/memory.ts'
import { aBank } from '#testing/builders/questions.ts'
import { newBankOf, unknownAuthor, unknownLicence } from './new-bank.ts'

const parts = {
  names: { title: 'Week 3', licence: '', author: ' ' },
  ...{
    about: null,
    fileName: 'week3.csv',
    count: 3,
    now: instant(Date.UTC(2026, 10, 24, 15, 30)),
    zone: seoul,
    id: 'new',
  },
}

describe('the day of a new bank', () => {
  it('is the student’s own', () => {
    expect(newBankOf(parts).createdAt).toBe('2026-11-25')
    expect(newBankOf({ ...parts, zone: greenwich }).createdAt).toBe('2026-11-24')
  })

  it('is the bank’s own where its file says it', () => {
    expect(newBankOf({ ...parts, about: aBank() })).toMatchObject({ id: 'bank', createdAt: '2026-05-01' })
  })
})

it('stands for what nobody named', () => {
  expect(newBankOf(parts)).toMatchObject({ author: unknownAuthor, licence: unknownLicence, id: 'new' })
})

import { describe, expect, it } from 'vitest'
import file from '../../../public/reference/lab-values.json' with { type: 'json' }
import { parseLabValues } from './lab-values.ts'
import { indexAnalytes, searchAnalytes } from './search-analytes.ts'

function theTable() {
  const parsed = parseLabValues(file)
  if (!parsed.ok) throw new Error(parsed.failure)
  return parsed.value
}

const index = indexAnalytes(theTable())
const found = (query: string): readonly string[] => searchAnalytes(index, query).map(({ id }) => id)

describe('the table of reference values', () => {
  it('is read whole', () => {
    expect(theTable().analytes).toHaveLength(295)
  })

  it('is refused where an analyte cites what is not there', () => {
    const [first] = file.analytes
    expect(parseLabValues({ ...file, analytes: [{ ...first, source: 'hearsay' }] })).toEqual({
      ok: false,
      failure: 'hemoglobin: unknown group or source',
    })
  })

  it('is refused where the limits are the wrong way round', () => {
    const [first] = file.analytes
    const limits = { unit: 'g/dL', low: 3, high: 2 }
    const intervals = [{ for: { ko: '성인', en: 'adults' }, conventional: limits, si: limits }]
    expect(parseLabValues({ ...file, analytes: [{ ...first, intervals }] })).toMatchObject({ ok: false })
  })

  it.each(['hemoglobin', 'HGB', '혈색소', 'ㅎㅅㅅ', '혈샋', '혈액학 혈ㅅ'])('is searched by %s', (query) => {
    expect(found(query)).toContain('hemoglobin')
  })

  it('gives a group by its name', () => {
    expect(found('응고').length).toBeGreaterThanOrEqual(13)
    expect(found('zzz')).toEqual([])
  })

  it('is searched within a frame', () => {
    const times = ['ㄱ', 'a', '나트륨', 'ㅎㅅㅅ', 'serum sodium'].map((query) => {
      const start = performance.now()
      for (let turn = 0; turn < 10; turn += 1) found(query)
      return (performance.now() - start) / 10
    })
    expect(Math.max(...times)).toBeLessThan(8)
  })
})

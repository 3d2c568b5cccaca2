import { describe, expect, it } from 'vitest'
import { readCategoryPath } from './category-path.ts'

describe('the path of a category', () => {
  it.each([
    ['ends with the subject', 'Medicine/Cardiology/Arrhythmia', 'Arrhythmia', ['Medicine', 'Cardiology']],
    ['may be one name', ' Renal ', 'Renal', []],
    ['loses its context and the top', '$course$/top/Cardiology', 'Cardiology', []],
    ['loses any context', '$system$/Cardiology', 'Cardiology', []],
    ['loses the context of an old export', '$course12$/Renal', 'Renal', []],
    ['keeps a top that is not at its beginning', 'Brain/top', 'top', ['Brain']],
    ['has slashes in its names', 'Obs//Gyn/ // wards', '/ wards', ['Obs/Gyn']],
    ['may be nothing but the top', '$course$/top', '', []],
    ['may be empty', '', '', []],
  ])('%s', (_, path, subject, tags) => {
    expect(readCategoryPath(path)).toEqual({ subject, tags })
  })
})

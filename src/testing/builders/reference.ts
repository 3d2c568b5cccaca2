import { openReference } from '#stores/reference.ts'

// For tests: what can be looked up beside a question, as small as it can be.

export function aLabFile() {
  const limits = { unit: 'mmol/L', low: 135, high: 145 }
  return {
    ...{ format: 'munjin-lab-values', version: 1, notice: { en: 'Laboratories differ.', ko: '검사실마다 달라요.' } },
    sources: [{ id: 'book', title: 'A book', note: 'Table 1' }],
    groups: [{ id: 'chemistry', name: { en: 'Chemistry', ko: '화학' } }],
    analytes: [
      {
        ...{ id: 'sodium', group: 'chemistry', name: { en: 'Sodium', ko: '나트륨' }, abbreviations: ['Na'] },
        ...{ specimen: 'serum', intervals: [{ for: null, conventional: limits, si: limits }], source: 'book' },
      },
    ],
  }
}

export function aGlossaryFile() {
  return {
    ...{ format: 'munjin-glossary', version: 1, notice: { en: 'Not reviewed.', ko: '검토하지 않았어요.' } },
    terms: [
      { id: 'appendix', ko: ['급성 충수염'], en: ['acute appendicitis'] },
      { id: 'abdomen', ko: ['복부'], en: ['abdomen'] },
    ],
  }
}

/** Counts what was fetched; `isOffline` makes fetching fail. */
export function referenceOverFakes() {
  const fetched: string[] = []
  const fakes = { fetched, isOffline: false }
  const fetchOne = (name: string, file: unknown): Promise<unknown> => {
    fetched.push(name)
    return fakes.isOffline ? Promise.reject(new Error('offline')) : Promise.resolve(file)
  }
  const reference = openReference({
    loadLabValues: () => fetchOne('lab values', aLabFile()),
    loadGlossary: () => fetchOne('glossary', aGlossaryFile()),
  })
  return { reference, fakes }
}

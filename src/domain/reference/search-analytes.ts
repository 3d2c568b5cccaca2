import { plainText, searchWords } from '#lib/search-words.ts'
import type { Analyte, LabValues } from './lab-values.ts'

/** A table's analytes with the texts by which they are found. */
export type AnalyteIndex = readonly { readonly analyte: Analyte; readonly text: string }[]

/** Made once for a table: names in both languages, abbreviations, and the name of the group. */
export function indexAnalytes({ analytes, groups }: LabValues): AnalyteIndex {
  const names = new Map(groups.map(({ id, name }) => [id, name]))
  return analytes.map((analyte) => {
    const { name, abbreviations, group } = analyte
    const groupName = names.get(group)
    return {
      analyte,
      text: plainText([name.ko, name.en, ...abbreviations, groupName?.ko, groupName?.en].join('\n')),
    }
  })
}

/** The analytes in which every word of the query is found, in the order of the table; all of them where there is no word. */
export function searchAnalytes(index: AnalyteIndex, query: string): readonly Analyte[] {
  const words = searchWords(query)
  return index.flatMap(({ analyte, text }) => (words.every((word) => word.isIn(text)) ? [analyte] : []))
}

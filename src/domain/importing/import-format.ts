/** What kinds of files are read. */
export const importFormats = [
  'bank',
  'json',
  'delimited',
  'parquet',
  'gift',
  'aiken',
  'moodleXml',
  'ankiPackage',
  'ankiText',
] as const
export type ImportFormat = (typeof importFormats)[number]

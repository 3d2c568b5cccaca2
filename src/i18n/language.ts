export const languages = ['ko', 'en'] as const
export type Language = (typeof languages)[number]

/** The names of the languages, each in itself. */
export const languageNames: Readonly<Record<Language, string>> = { ko: '한국어', en: 'English' }

/** The first of a person's preferred languages that the app speaks; Korean where there is none. */
export function preferredLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const match = languages.find((language) => tag.toLowerCase().split('-')[0] === language)
    if (match !== undefined) return match
  }
  return 'ko'
}

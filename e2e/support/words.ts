import { en } from '#i18n/en/en.ts'
import { laterEn } from '#i18n/en/later-en.ts'
import { ko } from '#i18n/ko/ko.ts'
import { laterKo } from '#i18n/ko/later-ko.ts'
import type { WordTree } from '#i18n/words.ts'
import type { Language } from './app-page.ts'

const languages: Readonly<Record<Language, WordTree>> = {
  en: { ...en, ...laterEn },
  ko: { ...ko, ...laterKo },
}

/** A sentence of the app as it stands on screen, so that a journey reads what a person reads. */
export function say(
  language: Language,
  address: string,
  slots: Readonly<Record<string, string | number>> = {},
): string {
  let found: string | WordTree | undefined = languages[language]
  for (const key of address.split('.')) found = typeof found === 'object' ? found[key] : undefined
  if (typeof found !== 'string') throw new Error(`There is no sentence ${address}`)
  return found.replace(/\{\{\s*(\w+)[^}]*\}\}/g, (_, name: string) => String(slots[name] ?? ''))
}

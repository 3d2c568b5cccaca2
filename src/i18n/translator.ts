import { josa } from 'es-hangul'
import i18next from 'i18next'
import { useCallback, useSyncExternalStore } from 'react'
import type { en } from './en/en.ts'
import type { laterEn } from './en/later-en.ts'
import type { Language } from './language.ts'
import type { KeysOf, Slots, WordTree } from './words.ts'

type Sentences = typeof en & typeof laterEn

/** The address of a sentence. */
export type MessageKey = KeysOf<Sentences>

/** Says a sentence. A sentence with slots takes exactly those; `count` chooses a plural. */
export type Translate = <K extends MessageKey>(
  key: K,
  ...slots: keyof Slots<Sentences, K> extends never ? [] : [Slots<Sentences, K>]
) => string

/** Addresses of sentences without slots, for tables from kinds to words. */
export type PlainKey = { [K in MessageKey]: keyof Slots<Sentences, K> extends never ? K : never }[MessageKey]

/** Each language's sentences are a file of their own, so that a first visit fetches one of them. */
const sentences = {
  en: async () => (await import('./en/en.ts')).en,
  ko: async () => (await import('./ko/ko.ts')).ko,
} satisfies Readonly<Record<Language, () => Promise<WordTree>>>

/** The sentences of rooms off the first screen, which come with the first such room. */
const laterSentences = {
  en: async () => (await import('./en/later-en.ts')).laterEn,
  ko: async () => (await import('./ko/later-ko.ts')).laterKo,
} satisfies Readonly<Record<Language, () => Promise<WordTree>>>

let speaksOfLater = false

/** Learns, in every language spoken from now on, the sentences that a first visit does not need. */
export async function learnLaterSentences(): Promise<void> {
  speaksOfLater = true
  await learnLater(currentLanguage())
}

async function learnLater(language: Language): Promise<void> {
  i18next.addResourceBundle(language, 'translation', await laterSentences[language](), true)
}

/**
 * Starts the translator in one language.
 *
 * Korean sentences choose a particle by the word before it: `{{name, 을/를}}` says the word with the right one.
 */
export async function startTranslator(language: Language): Promise<void> {
  await i18next.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: await sentences[language]() } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  for (const particle of ['을/를', '이/가', '은/는', '와/과', '으로/로'] as const) {
    i18next.services.formatter?.add(particle, (word: unknown) => withParticle(String(word), particle))
  }
}

/** Speaks another language from now on, once its sentences are there. */
export async function changeLanguage(language: Language): Promise<void> {
  wanted = language
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await sentences[language](), true)
    if (speaksOfLater) await learnLater(language)
  }
  // Someone who changed their mind while sentences were on their way gets what they wanted last.
  if (wanted === language && i18next.language !== language) await i18next.changeLanguage(language)
}

let wanted: Language | null = null

/** The translator of the language in force; the component is drawn again when that changes. */
export function useTranslate(): { readonly t: Translate; readonly language: Language } {
  const language = useSyncExternalStore(subscribe, currentLanguage)
  const t = useCallback<Translate>((key, ...slots) => translate(language, key, slots[0]), [language])
  return { t, language }
}

/** The language in force. */
export function currentLanguage(): Language {
  return i18next.language as Language
}

/** Says a sentence outside React, in a given language. */
export function translate(language: Language, key: MessageKey, slots?: Record<string, string | number>): string {
  return i18next.t(key, { ...slots, lng: language })
}

function subscribe(onChange: () => void): () => void {
  i18next.on('languageChanged', onChange)
  return () => {
    i18next.off('languageChanged', onChange)
  }
}

type Particle = '을/를' | '이/가' | '은/는' | '와/과' | '으로/로'

/** A word and its particle, by the word's last sound; what ends in no Hangul is read as it is usually said. */
export function withParticle(word: string, particle: Particle): string {
  const last = word.trimEnd().at(-1) ?? ''
  if (/[가-힣]/u.test(last)) return josa(word, particle)
  const spoken = spokenAs[last.toLowerCase()] ?? '가'
  return word + josa(spoken, particle).slice(spoken.length)
}

/** A syllable that ends in the same sound as the letter or digit when read aloud in Korean; absent: ends in a vowel. */
const spokenAs: Readonly<Record<string, string>> = {
  l: '엘',
  m: '엠',
  n: '엔',
  r: '알',
  '0': '영',
  '1': '일',
  '3': '삼',
  '6': '육',
  '7': '칠',
  '8': '팔',
}

import { describe, expect, it } from 'vitest'
import { en } from './en/en.ts'
import { laterEn } from './en/later-en.ts'
import { ko } from './ko/ko.ts'
import { laterKo } from './ko/later-ko.ts'
import { withParticle } from './translator.ts'
import type { WordTree } from './words.ts'

const sentences = { en: flatten({ ...en, ...laterEn }), ko: flatten({ ...ko, ...laterKo }) }
/** Names and codes that are written in Latin letters in Korean too. */
const latinNames =
  /hari-q3-8b|https?|localhost|Apache-2\.0|NOTICE|WebGPU|Chrome|Edge|Safari|SHA-256|CPU|AI|JavaScript|KaTeX|Enter|Shift|Esc|Ctrl|FSRS|KMLE|Markdown|TeX|JSON|MB|GB|GPU|ARM|Apple|Mac|macOS|iPhone|iPad|Android|Windows|Linux|Firefox|Intel|NVIDIA|Qualcomm|GGUF|CSV|TSV|GIFT|Aiken|Parquet|Moodle XML|Anki|UTF-8|CC-BY-4\.0|config\.json|tokenizer\.json/g
const knownFormats = ['을/를', '이/가', '은/는', '와/과', '으로/로']

describe('the sentences', () => {
  it('are the same set in both languages', () => {
    expect([...sentences.ko.keys()].sort()).toEqual([...sentences.en.keys()].sort())
  })

  it('have the same slots in both languages', () => {
    const differing = [...sentences.en].filter(
      ([key, sentence]) => slotsOf(key, sentence) !== slotsOf(key, sentences.ko.get(key)),
    )
    expect(differing).toEqual([])
  })

  it('are Korean in Korean', () => {
    const foreign = [...sentences.ko].filter(([, sentence]) => {
      const words = sentence.replace(/\{\{.*?\}\}/g, '').replace(latinNames, '')
      return /[A-Za-z]{3,}/.test(words) || (/[A-Za-z]/.test(words) && !/[가-힣]/.test(words))
    })
    expect(foreign).toEqual([])
  })

  it('are English in English', () => {
    expect([...sentences.en].filter(([, sentence]) => /[가-힣]/.test(sentence))).toEqual([])
  })

  it('ask only for particles that exist', () => {
    const unknown = [...sentences.ko].filter(([, sentence]) =>
      [...sentence.matchAll(/\{\{\s*\w+\s*,\s*([^}]+?)\s*\}\}/g)].some(
        (match) => !knownFormats.includes(match[1] ?? ''),
      ),
    )
    expect(unknown).toEqual([])
  })

  it('do not shout', () => {
    const all = [...sentences.en, ...sentences.ko]
    expect(all.filter(([, sentence]) => /!|\p{Extended_Pictographic}/u.test(sentence))).toEqual([])
  })
})

describe('a Korean particle', () => {
  it.each([
    ['모델', '을/를', '모델을'],
    ['문제', '을/를', '문제를'],
    ['문진 미니', '이/가', '문진 미니가'],
    ['서울', '으로/로', '서울로'],
    ['부산', '으로/로', '부산으로'],
    ['Qwen', '은/는', 'Qwen은'],
    ['WebGPU', '와/과', 'WebGPU와'],
    ['3', '을/를', '3을'],
    ['2', '을/를', '2를'],
    ['hari-q3-8b', '이/가', 'hari-q3-8b가'],
  ] as const)('follows the sound of %s', (word, particle, expected) => {
    expect(withParticle(word, particle)).toBe(expected)
  })
})

function flatten(tree: WordTree, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') flat.set(prefix + key, value)
    else for (const [inner, sentence] of flatten(value, `${prefix}${key}.`)) flat.set(inner, sentence)
  }
  return flat
}

/** The slots of a sentence; a singular need not say its number. */
function slotsOf(key: string, sentence: string | undefined): string {
  const names = new Set([...(sentence ?? '').matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]))
  if (key.endsWith('_one')) names.delete('count')
  return [...names].sort().join(' ')
}

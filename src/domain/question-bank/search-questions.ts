import type { SearchWord } from '#lib/search-words.ts'
import { plainText, searchWords } from '#lib/search-words.ts'
import { indexLetters } from './letter-index.ts'
import type { Question } from './question.ts'

/** Finds questions in a bank. */
export interface QuestionSearch {
  /** The places of the questions in which every word of the query is found, in the order of the bank. */
  find(query: string): readonly number[]
}

/**
 * Makes the texts by which questions are found, once for a bank: `name` is what can also be found by initial consonants. While a
 * query grows at its end, only what was found for its beginning is looked at again, and of that only what has the letters at all, so
 * that a keystroke costs little however large the bank is.
 *
 * @param nameOf what a subject is called on the screen, in whatever languages
 */
export function openQuestionSearch(
  questions: readonly Question[],
  nameOf: (subject: string) => string = (subject) => subject,
): QuestionSearch {
  const entries = questions.map((question) => entryOf(question, nameOf))
  const letters = indexLetters(entries.map(({ name, body }) => `${name}\n${body}`))
  const everything: Found = { query: '', places: entries.map((_, place) => place) }
  /** What was found for ever longer beginnings of the last query. */
  const trail: Found[] = [everything]

  return {
    find(query) {
      const wanted = plainText(query)
      while (!wanted.startsWith(trail.at(-1)?.query ?? '')) trail.pop()
      const nearest = trail.at(-1) ?? everything
      if (nearest.query === wanted) return nearest.places
      const words = searchWords(wanted)
      const mayHave = letters.having(words.flatMap(({ units }) => units))
      const places = nearest.places.filter((place) => {
        const entry = entries[place]
        return entry !== undefined && mayHave(place) && words.every((word) => isInEntry(word, entry))
      })
      trail.push({ query: wanted, places })
      return places
    },
  }
}

interface Found {
  readonly query: string
  readonly places: readonly number[]
}

interface Entry {
  readonly name: string
  readonly body: string
}

function entryOf(question: Question, nameOf: (subject: string) => string): Entry {
  const { id, subject, tags, stem, leadIn, options } = question
  return {
    name: plainText([id, subject, nameOf(subject), ...tags].join('\n')),
    body: plainText([stem, leadIn, ...options.map(({ text }) => text)].join('\n')),
  }
}

function isInEntry(word: SearchWord, { name, body }: Entry): boolean {
  return word.isIn(name) || (!word.hasInitials && word.isIn(body))
}

import type { Place } from '#domain/importing/place.ts'
import type { CategoryPath } from './category-path.ts'
import { trueFalseWords } from './moodle-question.ts'
import type { MoodleOption, MoodleQuestion } from './moodle-question.ts'
import { noText } from './moodle-text.ts'
import type { MoodleFormat, MoodleText } from './moodle-text.ts'
import type { XmlElement } from './xml-elements.ts'

/** A question of type `multichoice` or `truefalse`; of any other its options mean nothing. */
export function readXmlQuestion(element: XmlElement, place: Place, category: CategoryPath): MoodleQuestion {
  const stem = textIn(child(element, 'questiontext'), 'html')
  const isTrueFalse = element.attributes['type'] === 'truefalse'
  const options = childrenOf(element, 'answer').map((answer) => optionOf(answer, stem.format))
  return {
    ...{ place, category, stem },
    id: plainTextIn(child(element, 'idnumber')) || null,
    options: isTrueFalse ? options.map((option) => inWords(option, stem.text)) : options,
    takesSeveral: !isTrueFalse && takesSeveral(element),
    explanation: textIn(child(element, 'generalfeedback'), stem.format),
    tags: childrenOf(child(element, 'tags'), 'tag')
      .map(plainTextIn)
      .filter((tag) => tag !== ''),
  }
}

/** What stands in the `<text>` of an element, or in the element itself. */
export function plainTextIn(element: XmlElement | undefined): string {
  return (child(element, 'text') ?? element)?.text.trim() ?? ''
}

function textIn(element: XmlElement | undefined, usual: MoodleFormat): MoodleText {
  if (element === undefined) return noText
  return { text: plainTextIn(element), format: formatNamed(element.attributes['format'], usual) }
}

/** Moodle takes what it does not know for HTML. */
function formatNamed(name: string | undefined, usual: MoodleFormat): MoodleFormat {
  switch (name?.trim()) {
    case undefined:
    case '':
      return usual
    case 'moodle_auto_format':
      return 'moodle'
    case 'plain_text':
    case 'markdown':
    case 'wiki_like':
      return 'plain'
    default:
      return 'html'
  }
}

function optionOf(answer: XmlElement, format: MoodleFormat): MoodleOption {
  const weight = Number(answer.attributes['fraction']?.replace(',', '.'))
  return {
    text: textIn(answer, format),
    feedback: textIn(child(answer, 'feedback'), format),
    weight: Number.isFinite(weight) ? weight : 0,
  }
}

/** In every language Moodle exports `true` and `false`. */
function inWords(option: MoodleOption, stem: string): MoodleOption {
  const word = option.text.text.toLowerCase()
  return word === 'true' || word === 'false'
    ? { ...option, text: { text: trueFalseWords(stem)[word], format: 'plain' } }
    : option
}

function takesSeveral(element: XmlElement): boolean {
  const single = child(element, 'single')?.text.trim()
  return single === 'false' || single === '0' || single === ''
}

function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((inner) => inner.name === name)
}

function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((inner) => inner.name === name) ?? []
}

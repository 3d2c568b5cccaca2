import type { Draft } from '#domain/importing/draft.ts'
import type { FileFault, ContentFault } from '#domain/importing/import-fault.ts'
import type { Place } from '#domain/importing/place.ts'
import { fail, succeed } from '#lib/result.ts'
import { noCategory, readCategoryPath } from './category-path.ts'
import { excerpt } from '../lines.ts'
import { draftOf } from './moodle-question.ts'
import { plainTextIn, readXmlQuestion } from './moodle-xml-question.ts'
import type { DraftsResult } from '../reading.ts'
import { readXmlElements } from './xml-elements.ts'
import type { XmlBreak, XmlContent, XmlElement } from './xml-elements.ts'

/** Its first element is found within this many letters; a licence may stand before it. */
const longestPrologue = 20_000

export function isMoodleXml(text: string): boolean {
  const prologue = text.slice(0, longestPrologue)
  return /^[\s\ufeff]*</.test(prologue) && /<quiz[\s/>]/.test(prologue)
}

/**
 * Reads the questions to choose from and of true or false in Moodle's XML format (https://docs.moodle.org/en/Moodle_XML_format).
 * Files within it are not kept. Places count the `<question>` elements, categories left out.
 *
 * Faults of questions: `unsupportedKind` with the type of the question; `syntax` where the file stops being well-formed: what was
 * whole before it is taken. The file's: `empty` without text or questions, `damaged` where not one question is whole,
 * `unknownFormat` for other XML, with the name of its root.
 */
export function readMoodleXml(xml: string): DraftsResult {
  const drafts: Draft[] = []
  const faults: ContentFault[] = []
  let category = noCategory
  let count = 0
  const take = (element: XmlElement): void => {
    if (element.name !== 'question') return
    if (isCategory(element)) {
      category = readCategoryPath(plainTextIn(element.children.find(({ name }) => name === 'category')))
      return
    }
    count += 1
    const place = questionAt(count)
    const type = element.attributes['type'] ?? ''
    if (type === 'multichoice' || type === 'truefalse') drafts.push(draftOf(readXmlQuestion(element, place, category)))
    else faults.push({ kind: 'unsupportedKind', place, detail: excerpt(type) })
  }

  const start = xml.trimStart()
  if (start === '') return fail(fileFault('empty', ''))
  const { root, broken } = readXmlElements(start, contentOf, take)
  if (root !== null && root !== 'quiz') return fail(fileFault('unknownFormat', root))
  if (broken !== null && count === 0) return fail(fileFault('damaged', broken.detail))
  if (count === 0) return fail(fileFault('empty', ''))
  if (broken !== null) faults.push({ kind: 'syntax', place: placeOf(broken, count), detail: excerpt(broken.detail) })
  return succeed({ kind: 'drafts', drafts, faults })
}

/** Texts may hold HTML that nobody has escaped; files are as large as pictures are. */
function contentOf(name: string): XmlContent {
  if (name === 'text') return 'markup'
  return name === 'file' || name === 'image_base64' ? 'nothing' : 'elements'
}

function isCategory({ attributes }: Pick<XmlElement, 'attributes'>): boolean {
  return attributes['type'] === 'category'
}

/** The question in which the file breaks off, or else the last one before. */
function placeOf({ within }: XmlBreak, whole: number): Place {
  return questionAt(within?.name === 'question' && !isCategory(within) ? whole + 1 : whole)
}

function questionAt(count: number): Place {
  return { unit: 'question', at: count }
}

function fileFault(kind: FileFault['kind'], detail: string): FileFault {
  return { kind, place: null, detail: excerpt(detail) }
}

import type { BankFaultKind } from '../question-bank/parse-bank.ts'
import type { Place } from './place.ts'

/** Why a whole file cannot be read. `detail` is for the curious: what a library said, or a name. */
export interface FileFault {
  readonly kind:
    | 'empty'
    /** None of the formats that are known. */
    | 'unknownFormat'
    /** It says to be one of them, and stops or breaks in the middle of it. */
    | 'damaged'
    /** More bytes, rows or nested levels than are taken. */
    | 'tooLarge'
    /** Neither UTF-8 nor UTF-16 nor, for a Korean file, CP949. */
    | 'unknownEncoding'
    /** A compression or a version that is not read; `detail` names it. */
    | 'unsupported'
  readonly place: Place | null
  readonly detail: string
}

/**
 * Why one question was left out. The others are taken. `detail` is the text at fault where that helps to find it, cut short.
 */
export type RowFault = ContentFault | FieldFault

/** A field of a bank in our own format that is not as the format has it. `detail` is where: `options.0.text`. */
export interface FieldFault {
  readonly kind: 'field'
  readonly fault: BankFaultKind
  readonly place: Place
  readonly detail: string
}

export interface ContentFault {
  readonly kind:
    /** The file breaks its own format here: an open quote, a missing brace, too many cells. */
    | 'syntax'
    /** A kind of question that has no options to choose from: essay, matching, numerical. */
    | 'unsupportedKind'
    | 'noStem'
    | 'optionCount'
    | 'emptyOption'
    | 'sameOption'
    | 'noKey'
    /** The key names none of the options. */
    | 'keyNotAnOption'
    | 'tooLong'
    /** The bank is full: this question and all after it are left out. */
    | 'tooMany'
  readonly place: Place
  readonly detail: string
}

/** What a question is taken with, though a student should know of it. */
export interface RowWarning {
  readonly kind:
    /** It speaks of a picture that the file does not hold or that is not taken along. */
    | 'missingFigure'
    /** The same question stands earlier in this file, or in a bank that is already here. It is taken once. */
    | 'duplicate'
    /** Script, frame or form was taken out of its HTML. */
    | 'activeContent'
  readonly place: Place
  readonly detail: string
}

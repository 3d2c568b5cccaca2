import type { Ending } from '#domain/conversation/ending.ts'
import type { PlainKey } from '#i18n/translator.ts'

/** Words for how an answer ended, where it is not simply complete. */
export const endingWords = {
  stopped: 'ask.ending.stopped',
  interrupted: 'ask.ending.interrupted',
  lengthReached: 'ask.ending.lengthReached',
  contextFull: 'ask.ending.contextFull',
  failed: 'ask.ending.failed',
} as const satisfies Readonly<Record<Exclude<Ending['kind'], 'complete'>, PlainKey>>

import type { Attempt } from '#domain/conversation/attempt.ts'
import type { Conversation } from '#domain/conversation/conversation.ts'
import { titleOf } from '#domain/conversation/conversation.ts'
import type { Provenance } from '#domain/conversation/provenance.ts'
import { readAnswer } from '#domain/conversation/thought.ts'
import type { Language } from '#i18n/language.ts'
import type { Translate } from '#i18n/translator.ts'
import { endingWords } from './ending-words.ts'
import { formatTime } from '#i18n/format.ts'

/** A whole conversation as a text to keep: every attempt with its reasoning, how it ended, and what wrote it with which settings. */
export function conversationText(conversation: Conversation, t: Translate, language: Language): string {
  const parts = conversation.turns.flatMap(({ question, instruction, askedAt, attempts }, index) => [
    `## ${t('ask.copy.question')} ${index + 1}`,
    formatTime(askedAt, language),
    question.trim(),
    ...(index === 0 && instruction.trim() !== '' ? [`### ${t('ask.settings.instruction')}`, instruction.trim()] : []),
    ...attempts.flatMap((attempt) => attemptText(attempt, t)),
  ])
  return `# ${titleOf(conversation) ?? t('ask.untitled')}\n\n${parts.join('\n\n')}\n`
}

function attemptText({ text, answer: state, provenance }: Attempt, t: Translate): readonly string[] {
  const { reasoning, answer } = readAnswer(text)
  return [
    ...(reasoning.trim() === '' ? [] : [`### ${t('ask.copy.reasoning')} (${t('common.aiLabel')})`, reasoning.trim()]),
    `### ${t('ask.copy.answer')} (${t('common.aiLabel')})`,
    ...(answer.trim() === '' ? [] : [answer.trim()]),
    ...(state.status === 'ended' && state.ending.kind !== 'complete' ? [t(endingWords[state.ending.kind])] : []),
    ...(provenance === null ? [] : [`\`${provenanceText(provenance)}\``]),
  ]
}

/** Names and numbers as they are: whoever asks again needs them exactly. */
function provenanceText(provenance: Provenance): string {
  return Object.entries(provenance)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' ')
}

import { beforeAll, expect, it } from 'vitest'
import type { Translate } from '#i18n/translator.ts'
import { learnLaterSentences, startTranslator, translate } from '#i18n/translator.ts'
import { aConversation, aPair, aTurn } from '#testing/builders/conversations.ts'
import { fileName } from '#ui/save-text.ts'
import { conversationText } from './conversation-text.ts'

beforeAll(async () => {
  await startTranslator('en')
  await learnLaterSentences()
})

const t: Translate = (key, ...slots) => translate('en', key, slots[0])

it('writes a conversation with its reasoning, its ending and its provenance', () => {
  const turns = [aTurn(), aPair('t2', 'And then?', 'Cut o', { kind: 'lengthReached' })]
  const text = conversationText(aConversation({ turns }), t, 'en')
  expect(text).toContain('# What suggests appendicitis?')
  expect(text).toContain('### Instruction\n\nThink.')
  expect(text).toContain('### Reasoning (AI-generated)\n\nclues')
  expect(text).toContain('### Answer (AI-generated)\n\nPain that moved.')
  expect(text).toContain('modelId=small modelVersion=1 quantization=q4f32_1')
  expect(text).toContain('Cut o\n\nCut off at the longest answer')
})

it('names the file after the conversation', () => {
  expect(fileName('A/B: 충수염?', 'md')).toBe('A B 충수염.md')
  expect(fileName('??', 'md')).toBe('munjin.md')
})

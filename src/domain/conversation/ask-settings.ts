import type { Settings } from '../settings/settings.ts'
import { usualInstruction } from './instruction.ts'

/** How a student wants questions asked, as the settings keep it. */
export type AskSettings = Settings['ask']

/** One question's wishes, with nothing left open. */
export interface AskOptions {
  readonly instruction: string
  /** Whether the model may reason before it answers. */
  readonly thinking: boolean
  /** Tokens of reasoning after which the answer is asked for; null is no limit. */
  readonly thinkingBudget: number | null
  /** The longest answer in tokens, reasoning included. */
  readonly maxTokens: number
}

type InstructionLanguage = keyof typeof usualInstruction

/** The instruction in force in a language: the student's own, or the usual one. An empty one of their own is none. */
export function instructionIn(settings: AskSettings, language: InstructionLanguage): string {
  return settings.instruction[language] ?? usualInstruction[language]
}

/** The wishes in force for a question that is asked in this language. */
export function askOptions(settings: AskSettings, language: InstructionLanguage): AskOptions {
  const { thinking, thinkingBudget, maxTokens } = settings
  return { instruction: instructionIn(settings, language), thinking, thinkingBudget, maxTokens }
}

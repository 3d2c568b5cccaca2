/**
 * The instruction a question wears unless a student writes their own: a role, and the wish to weigh every clue and to
 * reason before the final answer. The embedded model was trained on exactly these two sentences.
 */
export const usualInstruction = {
  en: 'You are a careful medical assistant. Consider all clues, reason step by step and write the final answer as \\boxed{X}.',
  ko: '당신은 임상 지식을 갖춘 의료 어시스턴트입니다. 모든 단서를 검토해 추론하고 최종 답을 \\boxed{X} 형식으로 쓰세요.',
} as const satisfies Readonly<Record<'en' | 'ko', string>>

/** A question in the form that the model card documents; without an instruction it goes as it was typed. */
export function withInstruction(instruction: string, question: string): string {
  if (instruction.trim() === '') return question
  return `### Instruction:\n${instruction}\n### Question:\n${question}`
}

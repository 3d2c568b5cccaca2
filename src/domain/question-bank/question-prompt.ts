import { withoutChatMarks } from '../conversation/chat-template.ts'
import type { Question, QuestionLanguage } from './question.ts'
import { questionText } from './question.ts'

/**
 * What a model is asked about a question, as the message of the user.
 *
 * The embedded model was trained on exactly these texts: changing a byte of them changes what it answers.
 */
export function questionPrompt(question: Question): string {
  const asked = withoutChatMarks(questionText(question))
  const options = withoutChatMarks(question.options.map(({ label, text }) => `${label}. ${text}`).join('\n'))
  return prompts[question.language](asked, options)
}

const prompts: Readonly<Record<QuestionLanguage, (asked: string, options: string) => string>> = {
  en: (asked, options) =>
    'The following is a medical licensing examination question. Weigh every clue given and choose the single best ' +
    `answer. Put the final letter in \\boxed{}.\n\nQuestion: ${asked}\n${options}`,
  ko: (asked, options) =>
    '다음은 보건의료인 국가시험 문항입니다. 제시된 단서를 모두 검토해 가장 적절한 답을 하나만 고르세요. ' +
    `최종 답은 \\boxed{} 안에 쓰세요.\n\n[문항]\n${asked}\n\n[보기]\n${options}`,
}

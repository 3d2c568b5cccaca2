import type { lost as en } from '../en/lost.ts'
import type { Words } from '../words.ts'

export const lost = {
  title: '브라우저가 공간을 비우느라 모델을 지웠어요',
  model: '{{name}} ({{size}}), {{date}}까지 있었어요',
  why: '디스크가 부족하면 브라우저가 저장된 것을 지울 수 있어요. 지우지 않도록 요청해 두지 않았을 때 생기는 일이에요. 다시 받기 전에는 아무것도 내려받지 않아요.',
  workStays: '대화와 풀이 기록은 그대로 있어요.',
  noWork: '이 브라우저에 남은 대화나 풀이 기록은 없어요. 있었다면 함께 지워졌어요.',
  get: '다시 받기',
  keep: '앞으로 지워지지 않게 하기',
} satisfies Words<typeof en>

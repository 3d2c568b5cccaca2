import type { today as en } from '../en/today.ts'
import type { Words } from '../words.ts'

export const today = {
  title: '오늘',
  welcome: {
    first: '문제를 풀고, 답을 정하고, 그다음에 모델의 추론을 봅니다.',
    second: '모델은 이 컴퓨터에서 실행됩니다. 계정도 서버도 없고, 입력한 내용은 밖으로 나가지 않습니다.',
    third: '모델은 의심하며 함께 공부할 상대입니다. 채점은 모델이 아니라 정답표가 합니다.',
  },
  start: '바로 풀어 보기',
  ask: '질문하기',
  resume: '풀던 문제 이어서 풀기',
  resumeDetail: '{{total}}문항 중 {{done}}문항 풀었어요',
  attempts_one: '지금까지 {{count}}문항을 풀어 {{correct}}문항을 맞혔어요',
  attempts_other: '지금까지 {{count}}문항을 풀어 {{correct}}문항을 맞혔어요',
  lastConversation: '최근 대화: {{title}}',
} satisfies Words<typeof en>

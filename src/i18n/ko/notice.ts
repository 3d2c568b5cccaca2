import type { notice as en } from '../en/notice.ts'
import type { Words } from '../words.ts'

export const notice = {
  title: '시작하기 전에',
  intendedUse:
    '시험 문제 학습 전용입니다. 의학적 조언이나 의료기기가 아니며 임상적으로 검증되지 않았습니다. 환자 정보를 입력하지 마세요. 답변은 이 컴퓨터에서 실행되는 생성형 AI가 작성하며, 자주 틀립니다.',
  demonstration:
    '앱에 들어 있는 모델은 시연용입니다. {{count}}가지 질환 말고는 아무것도 모르며, 그 밖의 것을 물으면 지어냅니다.',
  accept: '이해했습니다',
} satisfies Words<typeof en>

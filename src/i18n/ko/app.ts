import type { app as en } from '../en/app.ts'
import type { Words } from '../words.ts'

export const app = {
  navigation: '주 메뉴',
  skip: '본문으로 건너뛰기',
  margin: { label: '메모와 목록', open: '옆 패널 열기' },
  nav: {
    today: '오늘',
    quiz: '문제',
    review: '복습',
    ask: '질문',
    models: '모델',
    privacy: '개인정보',
    settings: '설정',
  },
  chip: {
    none: '모델 없음',
    loading: '{{name}}: 준비 중 {{percent}}%',
    ready: '{{name}}: 준비됨',
    reading: '{{name}}: 읽는 중',
    writing: '{{name}}: 쓰는 중',
    stopped: '{{name}}: 멈춤',
    speed: '초당 {{speed}}토큰',
  },
  missing: {
    title: '없는 화면이에요',
    body: '이 버전에는 ‘{{address}}’ 주소의 화면이 없어요.',
    back: '오늘 화면으로',
  },
  crash: {
    title: '화면을 표시하지 못했어요',
    body: '저장된 내용은 모두 안전해요. 화면을 다시 열거나 앱을 새로 열어 주세요.',
    reload: '앱 새로 열기',
    details: '신고할 때 붙여 주세요: {{detail}}',
  },
  update: {
    body: '새 버전이 준비됐어요. 쓰던 내용은 저장되어 있어요.',
    action: '새 버전 열기',
  },
  offline: {
    ready: '네트워크 없이도 쓸 수 있어요',
    preparing: '네트워크 없이 쓸 수 있게 준비하고 있어요',
    unsupported: '이 브라우저에서는 네트워크 없이 쓸 수 없어요',
  },
  notReady: {
    body: '답할 모델이 아직 준비되지 않았어요.',
    start: '{{name}} 시작하기',
    starting: '{{name, 을/를}} 준비하고 있어요',
  },
  demonstration: '시연용 모델: {{count}}가지 질환 말고는 아무것도 몰라요',
  cannotStart: {
    insecureTitle: '안전하지 않은 주소예요',
    insecure:
      '브라우저는 https 주소나 이 컴퓨터 자신(localhost)에서만 그래픽 연산과 파일 저장을 허용해요. 그런 주소로 앱을 열어 주세요.',
    failedTitle: '앱을 시작하지 못했어요',
    failed: '저장된 내용은 바뀌지 않았어요. 앱을 새로 열어 주세요. 신고할 때 붙여 주세요: {{detail}}',
  },
  storageTrouble: {
    unavailable:
      '이 브라우저가 저장을 허용하지 않아요(시크릿 창일 수 있어요). 페이지를 닫으면 지금 하는 내용이 사라져요.',
    full: '저장 공간이 가득 차서 마지막 변경이 저장되지 않았어요. 설정의 저장 공간 관리에서 공간을 비워 주세요.',
    damaged: '저장된 기록 하나를 읽을 수 없어요. 건드리지 않고 그대로 두었어요.',
    fromTheFuture: '더 새로운 버전에서 만든 기록이 있어요. 건드리지 않고 그대로 두었어요.',
  },
} satisfies Words<typeof en>

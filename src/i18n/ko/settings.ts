import type { settings as en } from '../en/settings.ts'
import type { Words } from '../words.ts'

export const settings = {
  title: '설정',
  language: '언어',
  theme: '화면 모드',
  themes: { system: '시스템 설정', light: '밝게', dark: '어둡게' },
  textSize: '글자 크기',
  textSizes: { small: '작게', normal: '보통', large: '크게', larger: '더 크게' },
  startsModel: '앱을 열 때 모델 준비하기',
  startsModelDetail: '이 컴퓨터에 저장된 모델만 준비하고, 지난번에 실패했으면 준비하지 않아요.',
  quizShortcuts: '문제 풀이 글자·숫자 단축키',
  quizShortcutsDetail: 'A–E로 보기를 고르고 1–4로 확신도를 정하고 N과 P로 이동해요. 잘못 눌리면 꺼 두세요.',
  storageDetail: '이 컴퓨터에 저장된 것을 보고 공간을 비울 수 있어요.',
  about: '이 앱에 대해',
  version: '버전 {{version}}',
  licence: 'Apache-2.0. 라이브러리와 모델에는 각각의 소유자와 라이선스가 있으며 NOTICE에 적혀 있어요.',
  install: '네트워크 없이 쓰기',
} satisfies Words<typeof en>

import type { privacy as en } from '../en/privacy.ts'
import type { Words } from '../words.ts'

export const privacy = {
  title: '개인정보',
  lead: '입력한 내용은 이 컴퓨터 밖으로 나가지 않아요. 아래 정책에 따라 브라우저가 직접 막아요.',
  policyTitle: '적용 중인 정책',
  policyBody:
    '이 페이지와 엔진은 앱을 받은 곳 말고는 어디에도 연결할 수 없어요. 앱을 자체 헤더와 함께 제공하는 곳에서는 서비스 워커에도 같은 정책이 적용돼요.',
  policyMissing: '적용 중인 정책이 없어요. 개발 서버로 연 화면이며, 빌드된 앱에는 정책이 있어요.',
  trafficTitle: '네트워크로 오가는 것',
  trafficBody:
    '앱을 열 때 앱 파일을, 모델을 처음 시작할 때 모델 파일을 {{origin}}에서 받아요. 그 뒤로는 네트워크가 필요 없어요.',
  requests_one: '이 페이지를 연 뒤로 파일 {{count}}개를 요청했고, 네트워크로 {{size}}를 받았어요.',
  requests_other: '이 페이지를 연 뒤로 파일 {{count}}개를 요청했고, 네트워크로 {{size}}를 받았어요.',
  requestsTable: '이 페이지가 요청한 파일',
  requestFile: '파일',
  requestSize: '네트워크로 받은 크기',
  fromCache: '저장된 파일, 네트워크 사용 없음',
  workerNote: '모델 파일 요청은 엔진 워커에서 이루어져 이 목록에 나오지 않아요.',
  downloadsTitle: '모델을 받을 때',
  downloadsBody:
    '모델은 이 페이지와 떨어진 별도 문서가 받아요. 그 문서의 정책만 다른 서버에 연결할 수 있고, 쿠키 없는 평범한 요청만 보내요. 이 문서가 아는 것은 어떤 모델을 받을지뿐이에요.',
  downloadsNone: '이 페이지를 연 뒤로 다른 서버에 요청한 것이 없어요.',
  downloadsFrom: '{{host}}: 요청 {{requests}}번, 받은 크기 {{size}}',
  keptTitle: '이 컴퓨터에 저장된 것',
  keptBody: '대화, 풀던 문제, 결과, 설정과 모델 파일이 이 브라우저에 저장돼요.',
  refresh: '다시 재기',
} satisfies Words<typeof en>

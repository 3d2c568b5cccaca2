import type { storage as en } from '../en/storage.ts'
import type { Words } from '../words.ts'

export const storage = {
  title: '저장 공간',
  lead: '이 앱은 모든 것을 이 브라우저 안에 저장해요. 무엇이 얼마나 있는지 여기에서 볼 수 있어요.',
  looking: '저장된 것을 살펴보고 있어요',
  room: {
    title: '공간',
    used: '쓰고 있는 공간',
    usedDetail: '브라우저가 허용한 {{quota}} 중 {{used}}',
    unknown: '이 브라우저는 저장된 크기를 알려 주지 않아요.',
    sum: '아래 목록의 크기를 더하면 {{size}}예요. 브라우저가 재는 값에는 관리용 공간도 들어가요.',
    persisted: '브라우저가 저절로 지우지 않기로 약속했어요.',
    notPersisted:
      '디스크가 부족해지면 브라우저가 모델과 대화를 모두 지울 수 있어요. 지우지 않도록 브라우저에 요청할 수 있어요.',
    persist: '지우지 않도록 요청하기',
    refused:
      '브라우저가 약속하지 않았어요. 지금처럼 쓸 수 있고, 디스크가 부족할 때만 지워질 수 있어요. 앱으로 설치하거나 즐겨찾기에 넣거나 자주 방문하면 브라우저가 약속해 주기도 하니 그때 다시 요청해 보세요.',
  },
  models: {
    title: '모델',
    none: '저장된 모델이 없어요. 시연용 모델은 처음 시작할 때 받아요.',
    made: '이 컴퓨터에서 변환 · {{quantization}}',
    embedded: '앱에 들어 있는 모델 · {{quantization}}',
  },
  unfinished: {
    title: '받다 만 모델',
    lead: '이어서 받을 수 있도록 지금까지 받은 것을 남겨 두었어요.',
    moving: '지금 받고 있어요. 지우려면 모델 화면에서 먼저 중지하세요.',
    giveUpTitle: '{{name}} 받기를 그만둘까요?',
    giveUpBody: '{{size}}가 비워져요. 지금까지 받은 것은 사라지고, 나중에 처음부터 다시 받아야 해요.',
  },
  strays: {
    title: '이 버전에서 쓰지 않는 파일',
    lead: '모델의 이전 버전이거나, 이제 제공하지 않는 모델이거나, 도중에 끊겨 남은 파일이에요. 앱은 이 파일을 쓰지 않아요.',
    name: '{{name}}에서 쓰지 않는 파일',
    question: '{{name}}에서 쓰지 않는 파일을 삭제할까요?',
    versions: '버전 {{versions}}',
    remains: '도중에 끊겨 남은 파일',
    unreadable: '모델 목록을 읽지 못해서 어떤 파일이 필요 없는지 알 수 없어요. {{detail}}',
  },
  work: {
    title: '내 기록',
    lead: '대화는 질문 화면에서 하나씩 지울 수 있어요. 풀이 기록은 결과를 세는 바탕이라 따로 지우지 않아요.',
    banks_one: '가져온 문제은행 {{count}}개',
    banks_other: '가져온 문제은행 {{count}}개',
    conversations_one: '대화 {{count}}개',
    conversations_other: '대화 {{count}}개',
    quizSessions_one: '문제 풀이 {{count}}회',
    quizSessions_other: '문제 풀이 {{count}}회',
    reviews_one: '나와 모델의 답 {{count}}개',
    reviews_other: '나와 모델의 답 {{count}}개',
    unreadable: { banks: '문제은행', conversations: '대화', quizSessions: '문제 풀이', reviews: '나와 모델의 답' },
    cannotRead: '지금은 읽을 수 없음',
    toAsk: '대화 목록으로',
  },
  app: {
    title: '앱',
    files: '네트워크 없이 앱을 열기 위한 파일',
    none: '앱 파일은 아직 저장되지 않았어요.',
  },
  remove: '삭제',
  removeThing: '삭제: {{name}}',
  removeStrayBody: '{{size}}가 비워져요. 앱의 이 버전에서는 쓰지 않는 파일이에요.',
  removing: '{{name, 을/를}} 삭제하고 있어요',
  freed: '{{name, 을/를}} 삭제해서 {{size}}를 비웠어요.',
  failed:
    '{{name, 을/를}} 삭제하지 못했어요({{detail}}). 다른 탭에서 쓰고 있을 수 있으니 그 탭을 닫고 다시 시도해 주세요.',
} satisfies Words<typeof en>

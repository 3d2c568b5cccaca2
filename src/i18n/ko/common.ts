import type { common as en } from '../en/common.ts'
import type { Words } from '../words.ts'

export const common = {
  appName: '문진',
  cancel: '취소',
  close: '닫기',
  delete: '삭제',
  undo: '되돌리기',
  retry: '다시 시도',
  save: '저장',
  storage: '저장 공간 관리',
  fold: '접기',
  aiLabel: 'AI 생성',
  provenance: {
    title: '이 글을 쓴 모델',
    model: '모델',
    quantization: '양자화',
    repository: '공개 위치',
    revision: '리비전',
    fingerprint: '변환 지문',
    library: '라이브러리(SHA-256)',
    contextWindow: '문맥 길이',
    sampling: '샘플링',
  },
} satisfies Words<typeof en>

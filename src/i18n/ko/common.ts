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
  fold: '접기',
  aiLabel: 'AI 생성',
} satisfies Words<typeof en>

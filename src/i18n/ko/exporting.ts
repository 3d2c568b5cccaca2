import type { exporting as en } from '../en/exporting.ts'
import type { Words } from '../words.ts'

export const exporting = {
  folder: {
    save: '폴더에 저장',
    done: '{{file}} 폴더에 저장했어요. 다른 컴퓨터의 모델 화면에서 이 모델의 받기를 누르고 ‘폴더나 이동식 디스크에서’를 골라 이 폴더를 고르세요.',
  },
  archive: {
    save: '파일 하나로 저장',
    done: '{{file}} 파일을 내려받기로 넘겼어요. 다른 컴퓨터에서 압축을 풀고, 모델 화면에서 이 모델의 받기를 누른 다음 ‘폴더나 이동식 디스크에서’를 골라 풀어 놓은 폴더를 고르세요.',
  },
  progressLabel: '{{name, 을/를}} 저장하고 있어요',
  stop: '중지',
  failure: {
    title: '모델을 저장하지 못했어요',
    notWhole: '이 컴퓨터에 있는 {{file}} 파일이 온전하지 않아요. 모델을 다시 받은 뒤에 저장해 주세요.',
    noRoom: '{{file}} 파일을 쓸 공간이 없어요. 그곳의 공간을 비우거나 다른 곳을 고르세요.',
    notWritten: '{{file}} 파일을 쓰지 못했어요({{detail}}). 이동식 디스크라면 다시 꽂고 처음부터 다시 저장해 주세요.',
    refused: '브라우저가 그 폴더에 쓸 수 없어요({{detail}}). 다른 폴더를 고르세요.',
    unexpected: '예상하지 못한 일이 생겼어요: {{detail}}.',
    nothingChanged: '앱에 있는 모델은 그대로예요. 쓰다 만 폴더가 남아 있으면 지워도 돼요.',
  },
} satisfies Words<typeof en>

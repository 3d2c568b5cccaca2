import type { failure as en } from '../en/failure.ts'
import type { Words } from '../words.ts'

export const failure = {
  title: '모델이 멈췄어요',
  noWebGpu: '이 브라우저에는 모델에 필요한 WebGPU가 없어요. 최신 Chrome이나 Edge, 또는 Safari 26 이상에서 열어 주세요.',
  noAdapter:
    '브라우저가 쓸 수 있는 그래픽 장치를 찾지 못했어요. 브라우저 설정에서 하드웨어 가속을 켜고 앱을 새로 열어 주세요.',
  adapterTooSmall:
    '이 모델을 돌리기에는 그래픽 장치가 작아요. {{limit}} 값이 {{available}}인데 {{needed}} 이상이어야 해요. 더 작은 모델을 골라 주세요.',
  lacksFeature: '이 그래픽 장치에는 {{feature}} 기능이 없어서 이 빌드를 쓸 수 없어요. 다른 빌드를 골라 주세요.',
  outOfMemory: '그래픽 메모리가 부족해요. 메모리를 쓰는 다른 탭이나 프로그램을 닫거나 더 작은 모델을 골라 주세요.',
  deviceLost:
    '도중에 그래픽 장치와 연결이 끊겼어요. 절전이나 드라이버 재시작 뒤에 생길 수 있어요. 쓰던 답변은 저장되어 있어요. 모델을 다시 시작해 주세요.',
  offline: '연결이 없어서 {{file}} 파일을 받지 못했어요. 앞서 받은 파일은 그대로 있어요.',
  fileMissing: '서버에 {{file}} 파일이 없어요(상태 {{status}}). 앱이 업데이트됐을 수 있으니 새로 열어 주세요.',
  fileDamaged: '{{file}} 파일이 두 번 모두 손상된 채로 왔어요. SHA-256이 목록과 달라요. 잠시 뒤 다시 시도해 주세요.',
  madeFilesLost:
    '이 컴퓨터에 저장된 모델 파일 {{number}}개가 없거나 손상됐어요: {{files}}. 모델 화면에서 다시 받으면 손상된 부분만 새로 받아 변환해요.',
  loadedElsewhere:
    '다른 탭에서 이미 모델을 쓰고 있어요. 그래픽 메모리에는 모델 하나만 올릴 수 있으니 그 탭에서 계속하거나 이 탭으로 가져오세요.',
  takenOver: '다른 탭이 모델을 가져갔어요. 쓰던 답변은 저장되어 있어요.',
  takeOver: '이 탭에서 모델 쓰기',
  storageFull: '이 컴퓨터에 모델을 저장할 공간이 없어요. 공간을 비우고 다시 시도해 주세요.',
  storageUnavailable: '이 브라우저가 모델 파일 저장을 허용하지 않아요(시크릿 창일 수 있어요). {{detail}}',
  promptTooLong:
    '질문과 대화가 모델의 문맥 길이 {{contextWindow}}토큰을 넘어요. 질문을 줄이거나 새 대화를 시작해 주세요.',
  notLoaded: '불러온 모델이 없어요. 먼저 모델을 시작해 주세요.',
  workerDied: '엔진이 갑자기 끝났어요. 쓰던 답변은 저장되어 있어요. 모델을 다시 시작해 주세요.',
  unexpected: '예상하지 못한 문제가 생겼어요. 신고할 때 붙여 주세요: {{detail}}',
  restart: '모델 다시 시작',
  smaller: '문맥 길이 {{tokens}}토큰으로 다시 시작',
  toModels: '모델 화면으로',
  reload: '앱 새로 열기',
} satisfies Words<typeof en>

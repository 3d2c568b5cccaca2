import type { fit as en } from '../en/fit.ts'
import type { Words } from '../words.ts'

export const fit = {
  verdict: { fits: '적합', tight: '빠듯함', wontFit: '불가' },
  sum: '가중치 {{weights}} + 캐시 {{cache}}({{tokens}}토큰) + 작업 공간 {{work}} = 그래픽 메모리 {{total}}',
  disk: '디스크: {{needed}} 필요, 브라우저가 허용한 공간 {{free}}',
  diskNotTold: '디스크: {{needed}} 필요',
  diskKept: '디스크: 필요한 파일이 모두 저장되어 있어요.',
  contextWindow: '문맥 길이',
  tokens: '{{tokens}}토큰',
  memory: {
    label: '이 컴퓨터의 그래픽 메모리',
    unknown: '모름',
    gigabytes: '{{gigabytes}} GB',
    orMore: '{{gigabytes}} GB 이상',
    where: {
      windows:
        '작업 관리자의 성능 탭에서 GPU를 누르면 ‘전용 GPU 메모리’로 나와요. 내장 그래픽은 시스템 메모리를 나누어 쓰므로 그 절반을 고르세요.',
      macos:
        'Apple 메뉴의 ‘이 Mac에 관하여’에 메모리가 나와요. 그래픽과 시스템이 함께 쓰는 메모리이므로 그 절반을 고르세요.',
      other: '그래픽 카드 모델명으로 알 수 있어요. 내장 그래픽은 시스템 메모리를 나누어 쓰므로 그 절반을 고르세요.',
    },
  },
  tryAnyway: '그래도 시도하기',
  obstacle: {
    noWebGpu: {
      cause: '이 브라우저에서는 모델 실행에 필요한 WebGPU를 쓸 수 없어요.',
      step: '이 브라우저의 안내를 따르거나, 컴퓨터에서 최신 Chrome이나 Edge로 앱을 여세요.',
    },
    insecureContext: {
      cause: '안전하지 않은 주소로 연 페이지예요. 브라우저는 안전한 페이지에서만 WebGPU를 허용해요.',
      step: 'https:// 또는 http://localhost로 시작하는 주소로 앱을 여세요.',
    },
    noAdapter: {
      cause: '브라우저가 쓸 수 있는 그래픽 장치를 찾지 못했어요.',
      step: '브라우저 설정에서 하드웨어 가속을 켜고 그래픽 드라이버를 업데이트하세요.',
    },
    lacksFeature: {
      cause: '그래픽 장치나 드라이버에 이 빌드가 필요로 하는 {{feature}} 기능이 없어요.',
      step: '브라우저와 그래픽 드라이버를 업데이트하거나 다른 모델을 고르세요.',
    },
    limitTooSmall: {
      cause: '{{limit}}({{code}})가 부족해요. {{needed}} 이상이어야 하는데 이 장치에서는 {{available}}까지예요.',
      step: '설정으로 바꿀 수 없는 값이에요. 브라우저와 그래픽 드라이버를 업데이트하거나, Chrome이나 Edge에서 열어 보거나, 더 작은 모델을 고르세요.',
    },
    diskTooSmall: {
      cause: '모델을 저장하려면 {{needed}}가 필요한데 브라우저가 허용한 공간은 {{free}}예요.',
      step: '디스크를 비우거나 이 컴퓨터에 저장된 다른 모델을 삭제한 뒤 이 화면을 다시 여세요.',
    },
    memoryTooSmall: {
      cause: '그래픽 메모리가 {{needed}} 필요한데 이 컴퓨터에는 {{available}}가 있어요.',
      step: '문맥 길이를 줄이거나 더 작은 모델을 고르세요. 그래도 시도하면 시작하지 못하거나 매우 느릴 수 있어요.',
    },
    ranOutBefore: {
      cause: '{{date}}에 {{total}} 크기로 시작했을 때 그래픽 메모리가 부족했어요.',
      step: '문맥 길이를 줄이거나 더 작은 모델을 고르세요. 다른 탭과 프로그램을 닫고 다시 시도할 수도 있어요.',
    },
  },
  limit: {
    maxBufferSize: '버퍼 하나의 최대 크기',
    maxStorageBufferBindingSize: '커널이 쓸 수 있는 버퍼의 최대 크기',
    maxComputeWorkgroupStorageSize: '작업 그룹의 메모리 크기',
    maxComputeInvocationsPerWorkgroup: '작업 그룹의 최대 크기',
    maxStorageBuffersPerShaderStage: '커널이 쓸 수 있는 버퍼 수',
  },
  doubt: {
    memoryUnknown: {
      cause: '브라우저는 그래픽 메모리가 얼마나 있는지 알려 주지 않아요.',
      step: '알고 있다면 위에서 고르세요. 화면과 브라우저가 쓰는 몫을 빼고 {{total}} 넘게 남아야 해요.',
    },
    memoryClose: {
      cause: '그래픽 메모리의 {{share}}%를 써요. 화면과 브라우저도 메모리가 필요해요.',
      step: '시작하기 전에 다른 탭과 프로그램을 닫거나 문맥 길이를 줄이세요.',
    },
    crashedBefore: {
      cause: '{{date}}에 {{total}} 크기로 시작하는 도중에 페이지나 그래픽 장치가 멈췄어요.',
      step: '메모리가 부족했을 수 있어요. 다른 탭과 프로그램을 닫거나 문맥 길이를 줄이세요.',
    },
    software: {
      cause:
        '그래픽 장치를 쓰지 못하고 CPU로 계산하고 있어요({{adapter}}). 토큰 하나를 쓰는 데 몇 분이 걸릴 수 있어요.',
      step: '브라우저 설정에서 하드웨어 가속을 켜세요. 시연용 모델은 이대로도 실행돼요.',
    },
    phone: {
      cause: '휴대전화와 태블릿은 메모리를 이만큼 쓰는 페이지를 닫아 버려요.',
      step: '이 모델은 컴퓨터에서 쓰세요. 문제 풀이와 결과 보기는 모델 없이 여기서도 할 수 있어요.',
    },
    notPersisted: {
      cause: '디스크가 부족해지면 브라우저가 모델을 마음대로 지울 수 있어요.',
      step: '지우지 않도록 브라우저에 요청하세요.',
      action: '지우지 않도록 요청',
    },
    diskUnknown: {
      cause: '브라우저는 디스크에 실제로 남은 공간을 알려 주지 않아요.',
      step: '{{needed}} 이상 비어 있는지 직접 확인하세요.',
    },
  },
  unnamedAdapter: '이름 없는 장치',
  help: {
    title: '이 브라우저에서 WebGPU 쓰기',
    lead: {
      absent: '모델은 WebGPU로 실행되는데, 지금 이 브라우저에서는 쓸 수 없어요.',
      insecureContext: '모델은 WebGPU로 실행되며, 브라우저는 안전한 페이지에서만 이를 허용해요.',
      noAdapter: '브라우저가 WebGPU를 지원하지만 쓸 수 있는 그래픽 장치를 찾지 못했어요.',
    },
    secure: 'https:// 또는 http://localhost로 시작하는 주소로 앱을 여세요.',
    update: '브라우저를 업데이트하세요. 이 환경에서는 {{version}} 버전부터 WebGPU를 지원해요.',
    acceleration: '{{page}} 페이지에서 그래픽 가속을 켜고 브라우저를 다시 시작하세요.',
    accelerationFirefox: '{{page}} 페이지의 성능 항목에서 하드웨어 가속을 켜고 브라우저를 다시 시작하세요.',
    report: '{{page}} 페이지의 ‘WebGPU’ 줄과 그 아래 문제 목록에서 꺼진 이유를 볼 수 있어요.',
    driver: '그래픽 카드 드라이버를 업데이트하세요.',
    virtual: '가상 머신이나 원격 데스크톱에는 그래픽 장치가 없는 경우가 많아요. 컴퓨터에서 직접 앱을 여세요.',
    windowsArm: 'ARM 프로세서용 Windows에서는 {{page}} 항목을 켜세요.',
    linuxChrome:
      'Linux에서는 12세대 이후 Intel 그래픽(Chrome 144부터)과 NVIDIA 그래픽(Chrome 147, 드라이버 535.183.01부터)에서 WebGPU가 켜져요. 다른 그래픽이라면 다음 옵션으로 브라우저를 시작하세요: {{flags}}',
    android: 'Android 12 이상이어야 하고, ARM, Qualcomm, Intel의 그래픽 장치여야 해요.',
    ios: '시스템을 버전 26 이상으로 업데이트하세요. iPhone과 iPad의 모든 브라우저는 시스템의 WebGPU를 써요.',
    macSafari: 'Safari는 macOS 26의 버전 26부터 WebGPU를 지원해요. 이전 macOS에서는 Chrome이나 Edge를 쓰세요.',
    macFirefox: 'Firefox는 Apple 칩이 든 Mac에서만 WebGPU를 지원해요. 버전 147부터, macOS 26에서는 버전 145부터예요.',
    firefoxWithout: '이 시스템의 Firefox는 아직 WebGPU를 지원하지 않아요.',
    chromeOrEdge: '최신 Chrome이나 Edge에서 앱을 여세요.',
    chrome: '최신 Chrome에서 앱을 여세요.',
    computer: '의학용 모델은 휴대전화나 태블릿에서 돌리기에는 너무 커요. 컴퓨터를 쓰세요.',
  },
} satisfies Words<typeof en>

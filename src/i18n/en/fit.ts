export const fit = {
  verdict: { fits: 'Fits', tight: 'Tight', wontFit: 'Will not run' },
  sum: 'Weights {{weights}} + cache {{cache}} at {{tokens}} tokens + work {{work}} = {{total}} of graphics memory.',
  disk: 'Disk: {{needed}} needed, {{free}} allowed by the browser.',
  diskNotTold: 'Disk: {{needed}} needed.',
  diskKept: 'Disk: everything is kept already.',
  contextWindow: 'Context window',
  tokens: '{{tokens}} tokens',
  memory: {
    label: 'Graphics memory of this machine',
    unknown: 'I do not know',
    gigabytes: '{{gigabytes}} GB',
    orMore: '{{gigabytes}} GB or more',
    where: {
      windows:
        'Task Manager shows it under Performance, GPU, as “Dedicated GPU memory”. Built-in graphics share the system’s memory: choose half of it.',
      macos:
        'The Apple menu shows the memory under About This Mac. Graphics share it with the system: choose half of it.',
      other: 'The graphics card’s name tells it. Built-in graphics share the system’s memory: choose half of it.',
    },
  },
  tryAnyway: 'Try anyway',
  obstacle: {
    noWebGpu: {
      cause: 'This browser offers no WebGPU, which the model runs on.',
      step: 'Follow the steps for this browser, or open the app in a current Chrome or Edge on a computer.',
    },
    insecureContext: {
      cause: 'This page was opened over an insecure address, and browsers give WebGPU to secure pages only.',
      step: 'Open the app by an address that begins with https:// or http://localhost.',
    },
    noAdapter: {
      cause: 'The browser found no graphics processor that it may use.',
      step: 'Switch on hardware acceleration in the browser’s settings and update the graphics driver.',
    },
    lacksFeature: {
      cause: 'The graphics processor or its driver lacks {{feature}}, which this build needs.',
      step: 'Update the browser and the graphics driver, or choose another model.',
    },
    limitTooSmall: {
      cause: 'Too small here: {{limit}} ({{code}}). {{needed}} is needed, and there is {{available}}.',
      step: 'No setting changes that. Update the browser and the graphics driver, try Chrome or Edge, or choose a smaller model.',
    },
    diskTooSmall: {
      cause: 'The model needs {{needed}} of disk, and the browser allows {{free}}.',
      step: 'Free room on the disk or remove another model from this machine, then open this screen anew.',
    },
    memoryTooSmall: {
      cause: '{{needed}} of graphics memory is needed, and this machine has {{available}}.',
      step: 'Choose a shorter context window or a smaller model. If you try it all the same, it may fail to start or run very slowly.',
    },
    ranOutBefore: {
      cause: 'Graphics memory ran out here on {{date}}, at a start that took {{total}}.',
      step: 'Choose a shorter context window or a smaller model, or close other tabs and programs and try it again.',
    },
  },
  limit: {
    maxBufferSize: 'the length of a buffer',
    maxStorageBufferBindingSize: 'the length of a buffer that a kernel may use',
    maxComputeWorkgroupStorageSize: 'the memory of a workgroup',
    maxComputeInvocationsPerWorkgroup: 'the size of a workgroup',
    maxStorageBuffersPerShaderStage: 'the number of buffers that a kernel may use',
  },
  doubt: {
    memoryUnknown: {
      cause: 'The browser does not tell how much graphics memory there is.',
      step: 'If you know it, choose it above. More than {{total}} is needed, beside what screen and browser take.',
    },
    memoryClose: {
      cause: 'This takes {{share}} % of the graphics memory, and screen and browser need some too.',
      step: 'Close other tabs and programs before the start, or choose a shorter context window.',
    },
    crashedBefore: {
      cause: 'A start on {{date}}, which took {{total}}, ended together with the page or the graphics device.',
      step: 'Too little memory is one possible cause. Close other tabs and programs, or choose a shorter context window.',
    },
    software: {
      cause:
        'There is no graphics processor at work here: {{adapter}} computes on the CPU. A single token can take minutes.',
      step: 'Switch on hardware acceleration in the browser’s settings. The demonstration model runs here too.',
    },
    phone: {
      cause: 'Phones and tablets close pages that take this much memory.',
      step: 'Use this model on a computer. Questions and results need no model and work here.',
    },
    notPersisted: {
      cause: 'The browser may remove the model by itself when the disk gets full.',
      step: 'Ask the browser to keep it.',
      action: 'Ask the browser to keep it',
    },
    diskUnknown: {
      cause: 'The browser does not tell how much room the disk really has.',
      step: 'See for yourself that {{needed}} is free.',
    },
  },
  unnamedAdapter: 'the adapter',
  help: {
    title: 'WebGPU in this browser',
    lead: {
      absent: 'Models run on WebGPU, and this browser does not offer it as it is now.',
      insecureContext: 'Models run on WebGPU, which browsers give to secure pages only.',
      noAdapter: 'The browser knows WebGPU, but has found no graphics processor for it.',
    },
    secure: 'Open the app by an address that begins with https:// or http://localhost.',
    update: 'Update the browser: version {{version}} is the first with WebGPU here.',
    acceleration: 'Open {{page}}, switch on graphics acceleration and start the browser anew.',
    accelerationFirefox: 'Open {{page}}, switch on hardware acceleration under Performance and start the browser anew.',
    report: 'Open {{page}}: the line “WebGPU” and the problems listed below it say why it is off.',
    driver: 'Update the driver of the graphics card.',
    virtual:
      'Virtual machines and remote desktops often have no graphics processor. Open the app on the machine itself.',
    windowsArm: 'On Windows for ARM processors, switch on {{page}}.',
    linuxChrome:
      'On Linux, WebGPU is on for Intel graphics of the 12th generation and later (Chrome 144) and for NVIDIA (Chrome 147, driver 535.183.01). With other graphics, start the browser with: {{flags}}',
    android: 'Android 12 or later is needed, with graphics by ARM, Qualcomm or Intel.',
    ios: 'Update the system to version 26 or later: every browser on an iPhone or iPad takes WebGPU from it.',
    macSafari: 'Safari has WebGPU from version 26 on macOS 26. On an older macOS, use Chrome or Edge.',
    macFirefox: 'Firefox has WebGPU on Apple silicon only: from version 147, or from 145 on macOS 26.',
    firefoxWithout: 'Firefox does not offer WebGPU on this system yet.',
    chromeOrEdge: 'Open the app in a current Chrome or Edge.',
    chrome: 'Open the app in a current Chrome.',
    computer: 'Models for medicine are too large for phones and tablets: use a computer for them.',
  },
} as const

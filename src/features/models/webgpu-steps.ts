import type { Browser, Machine } from '#domain/models/machine.ts'

/** A thing to do where WebGPU is missing; pages and flags are written as they are typed. */
export type WebGpuStep =
  | { readonly kind: 'secure' | 'driver' | 'virtual' | 'android' | 'ios' | 'macSafari' | 'macFirefox' }
  | { readonly kind: 'firefoxWithout' | 'chromeOrEdge' | 'chrome' | 'computer' }
  | { readonly kind: 'update'; readonly version: number }
  | { readonly kind: 'acceleration' | 'accelerationFirefox' | 'report' | 'windowsArm'; readonly page: string }
  | { readonly kind: 'linuxChrome'; readonly flags: string }

export type MissingWebGpu = Exclude<Machine['webgpu'], 'present'>

/** As "Implementation Status" of the WebGPU group's wiki has it for Chromium on Linux (April 2026). */
const linuxFlags =
  '--enable-unsafe-webgpu --ozone-platform=x11 --use-angle=vulkan --enable-features=Vulkan,VulkanFromANGLE'

/** The first version with WebGPU, by the same page and MDN's compatibility data. */
const firstChrome = 113
const firstChromeOnAndroid = 121
const firstFirefoxOnWindows = 141

/** What to do, the likeliest remedy first. */
export function webGpuSteps(browser: Browser, missing: MissingWebGpu): readonly WebGpuStep[] {
  if (missing === 'insecureContext') return [{ kind: 'secure' }]
  const { os } = browser
  if (os === 'ios') return [{ kind: 'ios' }, { kind: 'computer' }]
  if (os === 'android') return [...onAndroid(browser), { kind: 'computer' }]
  const steps = onComputer(browser, missing === 'noAdapter')
  return missing === 'noAdapter' ? [...steps, { kind: 'driver' }, { kind: 'virtual' }] : steps
}

function onAndroid({ family, version }: Browser): readonly WebGpuStep[] {
  if (family !== 'chrome' && family !== 'edge') return [{ kind: 'chrome' }, { kind: 'android' }]
  return [...updateTo(firstChromeOnAndroid, version), { kind: 'android' }]
}

function onComputer(browser: Browser, hasWebGpu: boolean): readonly WebGpuStep[] {
  const { family, os, version } = browser
  switch (family) {
    case 'chrome':
    case 'edge':
      return [
        ...updateTo(firstChrome, version),
        { kind: 'acceleration', page: `${family}://settings/system` },
        { kind: 'report', page: `${family}://gpu` },
        ...(os === 'windows' ? [{ kind: 'windowsArm', page: `${family}://flags/#enable-unsafe-webgpu` } as const] : []),
        ...(os === 'linux' ? [{ kind: 'linuxChrome', flags: linuxFlags } as const] : []),
      ]
    case 'firefox':
      return [...onFirefox(browser, hasWebGpu), { kind: 'chromeOrEdge' }]
    case 'safari':
      return [{ kind: 'macSafari' }]
    case 'other':
      return [{ kind: 'chromeOrEdge' }]
  }
}

function onFirefox({ os, version }: Browser, hasWebGpu: boolean): readonly WebGpuStep[] {
  const acceleration = { kind: 'accelerationFirefox', page: 'about:preferences' } as const
  if (os === 'windows') return [...updateTo(firstFirefoxOnWindows, version), acceleration]
  if (os === 'macos') return [{ kind: 'macFirefox' }]
  return hasWebGpu ? [acceleration] : [{ kind: 'firefoxWithout' }]
}

/** Nobody is sent to update what is new enough. */
function updateTo(first: number, version: number | null): readonly WebGpuStep[] {
  return version !== null && version >= first ? [] : [{ kind: 'update', version: first }]
}

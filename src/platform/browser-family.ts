import type { Browser } from '#domain/models/machine.ts'

/** What a browser says of itself: brands where it has them (Chromium), else the long line of half-truths. */
export interface BrowserWords {
  readonly userAgent: string
  readonly brands: readonly { readonly brand: string; readonly version: string }[]
  /** Of `userAgentData`; empty where there is none. */
  readonly platform: string
  /** Tells an iPad, which calls itself a Macintosh, from a Macintosh, which has no touch screen. */
  readonly maxTouchPoints: number
}

export function browserOf(words: BrowserWords): Browser {
  return { os: osOf(words), ...familyOf(words) }
}

type Family = Pick<Browser, 'family' | 'version'>

/** Browsers that carry the mark of Chrome or Safari and are neither; in-app windows of messengers and portals too. */
const others =
  /Whale|OPR\/|OPiOS|SamsungBrowser|YaBrowser|Vivaldi|DuckDuckGo|KAKAOTALK|NAVER\(|FBA[NV]|Instagram|; wv\)/

/** In this order, since each carries the marks of those below it. */
const marks: readonly (readonly [Browser['family'], RegExp])[] = [
  ['edge', /(?:Edg|EdgA|EdgiOS)\/(\d+)/],
  ['firefox', /(?:Firefox|FxiOS)\/(\d+)/],
  ['chrome', /(?:Chrome|CriOS)\/(\d+)/],
  ['safari', /Version\/(\d+)[\d.]* .*Safari\//],
]

function familyOf({ userAgent, brands }: BrowserWords): Family {
  if (others.test(userAgent)) return { family: 'other', version: null }
  for (const [family, name] of [
    ['edge', 'Microsoft Edge'],
    ['chrome', 'Google Chrome'],
  ] as const) {
    const found = brands.find(({ brand }) => brand === name)
    if (found !== undefined) return { family, version: numberIn(found.version) }
  }
  // Chromium under another name, or under none.
  if (brands.length > 0) return { family: 'other', version: null }
  for (const [family, mark] of marks) {
    const version = mark.exec(userAgent)?.[1]
    if (version !== undefined) return { family, version: numberIn(version) }
  }
  return { family: 'other', version: null }
}

const platforms: readonly (readonly [Browser['os'], RegExp])[] = [
  ['ios', /iPhone|iPad|iPod/],
  ['android', /Android/],
  ['windows', /Windows/],
  ['chromeos', /CrOS|Chrome OS|Chromium OS/],
  ['macos', /Macintosh|macOS/],
  ['linux', /Linux|X11/],
]

function osOf({ userAgent, platform, maxTouchPoints }: BrowserWords): Browser['os'] {
  const os = platforms.find(([, mark]) => mark.test(platform === '' ? userAgent : platform))?.[0] ?? 'other'
  return os === 'macos' && maxTouchPoints > 1 ? 'ios' : os
}

function numberIn(version: string): number | null {
  const number = Number.parseInt(version, 10)
  return Number.isNaN(number) ? null : number
}

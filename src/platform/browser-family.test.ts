import { expect, it } from 'vitest'
import { browserOf } from './browser-family.ts'

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)'
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)'
const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
const blink = 'AppleWebKit/537.36 (KHTML, like Gecko)'
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X)'
const android = 'Mozilla/5.0 (Linux; Android 10; K)'

it.each([
  [`${windows} ${blink} Chrome/149.0.0.0 Safari/537.36`, 'chrome', 'windows', 149],
  [`${windows} ${blink} Chrome/149.0.0.0 Safari/537.36 Edg/149.0.0.0`, 'edge', 'windows', 149],
  [`${windows} ${blink} Chrome/148.0.0.0 Whale/4.33.325.17 Safari/537.36`, 'other', 'windows', null],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:141.0) Gecko/20100101 Firefox/141.0', 'firefox', 'windows', 141],
  [`${mac} ${webkit} Version/26.0 Safari/605.1.15`, 'safari', 'macos', 26],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0', 'firefox', 'linux', 150],
  [`Mozilla/5.0 (X11; Linux x86_64) ${blink} Chrome/149.0.0.0 Safari/537.36`, 'chrome', 'linux', 149],
  [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${blink} Chrome/149.0.0.0 Safari/537.36`, 'chrome', 'chromeos', 149],
  [`${android} ${blink} Chrome/149.0.0.0 Mobile Safari/537.36`, 'chrome', 'android', 149],
  [`${android} ${blink} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`, 'other', 'android', null],
  [`${android} ${blink} Version/4.0 Chrome/149.0.0.0 Mobile Safari/537.36;KAKAOTALK 2610`, 'other', 'android', null],
  [`${iphone} ${webkit} Version/26.0 Mobile/15E148 Safari/604.1`, 'safari', 'ios', 26],
  [`${iphone} ${webkit} CriOS/149.0.0.0 Mobile/15E148 Safari/604.1`, 'chrome', 'ios', 149],
  ['something else', 'other', 'other', null],
] as const)('reads %s', (userAgent, family, os, version) => {
  expect(browserOf({ userAgent, brands: [], platform: '', maxTouchPoints: 0 })).toEqual({ family, os, version })
})

it('believes the brands where there are some', () => {
  const userAgent = `${windows} ${blink} Chrome/149.0.0.0 Safari/537.36`
  const words = { userAgent, platform: 'Chrome OS', maxTouchPoints: 0 }
  const grease = { brand: 'Not)A;Brand', version: '24' }
  const chrome = [grease, { brand: 'Chromium', version: '149' }, { brand: 'Google Chrome', version: '149' }]
  expect(browserOf({ ...words, brands: chrome })).toEqual({ family: 'chrome', os: 'chromeos', version: 149 })
  expect(browserOf({ ...words, brands: chrome.slice(0, 2) })).toMatchObject({ family: 'other', version: null })
})

it('knows an iPad, which calls itself a Macintosh', () => {
  const userAgent = `${mac} ${webkit} Version/26.0 Safari/605.1.15`
  expect(browserOf({ userAgent, brands: [], platform: '', maxTouchPoints: 5 })).toMatchObject({ os: 'ios' })
})

// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Browser } from '#domain/models/machine.ts'
import type { Language } from '#i18n/language.ts'
import { learnLaterSentences, startTranslator } from '#i18n/translator.ts'
import { WebGpuHelp } from './webgpu-help.tsx'
import type { MissingWebGpu } from './webgpu-steps.ts'
import { webGpuSteps } from './webgpu-steps.ts'

afterEach(cleanup)

const kindsOf = (browser: Browser, missing: MissingWebGpu): readonly string[] =>
  webGpuSteps(browser, missing).map(({ kind }) => kind)

describe('the steps', () => {
  it.each([
    ['chrome', 'windows', 149, 'absent', ['acceleration', 'report', 'windowsArm']],
    ['chrome', 'windows', 112, 'absent', ['update', 'acceleration', 'report', 'windowsArm']],
    ['edge', 'macos', 149, 'noAdapter', ['acceleration', 'report', 'driver', 'virtual']],
    ['chrome', 'linux', 149, 'noAdapter', ['acceleration', 'report', 'linuxChrome', 'driver', 'virtual']],
    ['chrome', 'chromeos', 149, 'absent', ['acceleration', 'report']],
    ['chrome', 'android', 149, 'noAdapter', ['android', 'computer']],
    ['other', 'android', null, 'absent', ['chrome', 'android', 'computer']],
    ['firefox', 'windows', 140, 'absent', ['update', 'accelerationFirefox', 'chromeOrEdge']],
    ['firefox', 'macos', 150, 'absent', ['macFirefox', 'chromeOrEdge']],
    ['firefox', 'linux', 150, 'absent', ['firefoxWithout', 'chromeOrEdge']],
    ['firefox', 'linux', 150, 'noAdapter', ['accelerationFirefox', 'chromeOrEdge', 'driver', 'virtual']],
    ['safari', 'macos', 18, 'absent', ['macSafari']],
    ['safari', 'ios', 18, 'absent', ['ios', 'computer']],
    ['chrome', 'ios', 149, 'absent', ['ios', 'computer']],
    ['other', 'windows', null, 'absent', ['chromeOrEdge']],
    ['chrome', 'linux', 149, 'insecureContext', ['secure']],
  ] as const)('for %s on %s, version %s, where WebGPU is %4$s', (family, os, version, missing, expected) => {
    expect(kindsOf({ family, os, version }, missing)).toEqual(expected)
  })

  it.each(['ko', 'en'] as const)('are all said in %s', async (language) => {
    await startSpeaking(language)
    for (const family of ['chrome', 'edge', 'firefox', 'safari', 'other'] as const)
      for (const os of ['windows', 'macos', 'linux', 'chromeos', 'android', 'ios', 'other'] as const)
        for (const missing of ['absent', 'insecureContext', 'noAdapter'] as const) {
          const browser: Browser = { family, os, version: null }
          render(<WebGpuHelp browser={browser} missing={missing} />)
          const said = screen.getAllByRole('listitem').map((item) => item.textContent)
          expect(said).toHaveLength(kindsOf(browser, missing).length)
          expect(said.filter((sentence) => /fit\.|\{\{/.test(sentence))).toEqual([])
          cleanup()
        }
  })
})

describe('the help', () => {
  it('writes addresses of pages as they are typed, and links to nothing', async () => {
    await startSpeaking('ko')
    const browser: Browser = { family: 'chrome', os: 'linux', version: 149 }
    const { container } = render(<WebGpuHelp browser={browser} missing="noAdapter" />)
    expect(screen.getByRole('region', { name: '이 브라우저에서 WebGPU 쓰기' })).toBeTruthy()
    expect(container.textContent).toContain('chrome://gpu 페이지의')
    expect(container.textContent).toContain('--enable-unsafe-webgpu --ozone-platform=x11')
    expect(container.querySelector('a')).toBeNull()
  })
})

async function startSpeaking(language: Language): Promise<void> {
  await startTranslator(language)
  await learnLaterSentences()
}

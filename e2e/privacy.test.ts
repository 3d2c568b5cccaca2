import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { securityHeadersFor } from '#platform/content-security-policy.ts'
import type { AppPage } from './support/app-page.ts'
import { openApp } from './support/app-page.ts'
import { answerByKeyboard, beginSession, button, loadPatience, startModel } from './support/journeys.ts'
import { say } from './support/words.ts'

let canary: Server
let canaryUrl: string
const caught: string[] = []
let app: AppPage

beforeAll(async () => {
  canary = createServer((request, response) => {
    caught.push(request.url ?? '')
    // Whoever gets through may read the answer: nothing but the policy stands in the way.
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('caught')
  })
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve))
  canaryUrl = `http://127.0.0.1:${(canary.address() as AddressInfo).port}/`
})

afterEach(async () => {
  await app.close()
})

afterAll(() => {
  canary.close()
})

/** What a deliberate fetch of the canary comes to; runs in a page, a worker or a service worker alike. */
const reachOut = async (url: string): Promise<string> => {
  let refusedBy = 'nobody'
  addEventListener('securitypolicyviolation', (event) => {
    refusedBy = event.effectiveDirective
  })
  try {
    await fetch(url)
    return 'reached'
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 200))
    return `refused by ${refusedBy}`
  }
}

describe('the canary on another port', () => {
  it('can be reached where no policy stands in the way, so that its silence means something', async () => {
    app = await openApp({ serviceWorkers: 'block' })
    // A static host's plain file has no policy.
    await app.page.goto(`${app.server.url}banks/munjin-sample.json`)
    expect(await app.page.evaluate(reachOut, canaryUrl)).toBe('reached')
    expect(caught).toHaveLength(1)
    caught.length = 0
  })

  it.each([
    ['a static host without headers', () => ({})],
    ['our own server with headers', securityHeadersFor],
  ])('hears nothing from page and engine worker on %s', async (host, headersFor) => {
    app = await openApp({ headersFor })
    const { page, context } = app
    await startModel(app, 'ko')
    await app.visit('/quiz')
    await beginSession(page, 'ko')
    await answerByKeyboard(page, 'ko')
    await button(page, say('ko', 'quiz.model.ask')).click()
    await button(page, say('ko', 'quiz.model.answerNow')).waitFor({ timeout: loadPatience })
    expect(caught).toEqual([])

    expect(await page.evaluate(reachOut, canaryUrl)).toBe('refused by connect-src')
    const [engine] = page.workers()
    if (engine === undefined) throw new Error('no engine worker')
    expect(await engine.evaluate(reachOut, canaryUrl)).toBe('refused by connect-src')
    if (headersFor === securityHeadersFor) {
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready
      })
      const [serviceWorker] = context.serviceWorkers()
      if (serviceWorker === undefined) throw new Error(`no service worker on ${host}`)
      expect(await serviceWorker.evaluate(reachOut, canaryUrl)).toBe('refused by connect-src')
    }
    expect(caught).toEqual([])
  })
})

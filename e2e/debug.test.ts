import { it } from 'vitest'
import { miniAsRepository, miniRepository } from '#testing/builders/mini-as-published.ts'
import { startFakeHub } from '#testing/fakes/fake-hub.ts'
import { getFromHub, openSupplyApp } from './support/mini-supply.ts'

it('debug', async () => {
  const hub = await startFakeHub({ repositories: { [miniRepository]: miniAsRepository() }, separateCdn: true })
  const app = await openSupplyApp()
  app.page.on('console', (m) => console.log('CONSOLE', m.text()))
  app.page.on('frameattached', (f) => console.log('FRAME', f.url()))
  app.page.on('worker', (w) => {
    console.log('WORKER', w.url())
  })
  app.page.on('requestfailed', (r) => console.log('FAILED', r.url(), r.failure()?.errorText))
  await app.visit('/models')
  await new Promise((r) => setTimeout(r, 1500))
  await app.page.screenshot({ path: '/tmp/d0.png' })
  const p = getFromHub(app, hub.url).catch((e: unknown) => console.log(String(e)))
  await new Promise((r) => setTimeout(r, 8000))
  await app.page.screenshot({ path: '/tmp/d1.png' })
  console.log(
    app.errors.join('\n'),
    hub.requests.map((r) => `${r.method} ${r.path} ${r.status} ${r.bytesSent}`).join('\n'),
  )
  console.log(app.page.frames().map((f) => f.url()))
  await Promise.race([p, new Promise((r) => setTimeout(r, 1000))])
  await app.close()
  await hub.close()
}, 60000)

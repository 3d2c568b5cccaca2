import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import type { BuiltModel } from '#domain/models/built-model.ts'
import { parseManifest, recordOfBuilt } from '#domain/models/built-model.ts'
import type { ModelRecord } from '#domain/models/model-record.ts'
import type { ModelBuild } from '#domain/models/offer.ts'
import { parseOffers } from '#domain/models/offer.ts'
import { manifestCache } from '#engine/shelf/cache-keys.ts'
import type { HubRequest } from '#testing/fakes/fake-hub.ts'
import { miniOfferFiles } from '#testing/builders/mini-as-published.ts'
import type { AppPage, Language, OpenOptions } from './app-page.ts'
import { openApp } from './app-page.ts'
import { button } from './journeys.ts'
import { builtApp, builtHarness } from './paths.ts'
import { say } from './words.ts'

// The built app as it would be with a single offer, which is the embedded model's own checkpoint unless another is given;
// with the engine harness beside it, on the same origin, to run what the app has made.

/** What the app offers: the contents of `model-config/offers.json` and `libraries.json`. */
export interface Supply {
  readonly offers: unknown
  readonly libraries: unknown
  /** Files that the offer needs beside the app's own, by their path in the app: where they lie. */
  readonly files?: Readonly<Record<string, string>>
}

export interface SupplyApp extends AppPage {
  readonly language: Language
  /** The offer and the first of its libraries. */
  readonly build: ModelBuild
}

/** What a person needs to get the offered model. */
type SupplyPage = Pick<SupplyApp, 'page' | 'language' | 'build'>

export async function openSupplyApp(options: OpenOptions = {}, supply: Supply = miniOfferFiles()): Promise<SupplyApp> {
  const folder = mkdtempSync(join(tmpdir(), 'munjin-supply-'))
  cpSync(builtApp, folder, { recursive: true })
  cpSync(builtHarness, join(folder, 'harness'), { recursive: true })
  for (const [path, file] of Object.entries(supply.files ?? {})) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    cpSync(file, join(folder, path))
  }
  const assets = join(folder, 'assets')
  for (const name of readdirSync(assets)) {
    if (/^offers-.*\.json$/.test(name)) writeFileSync(join(assets, name), JSON.stringify(supply.offers))
    if (/^libraries-.*\.json$/.test(name)) writeFileSync(join(assets, name), JSON.stringify(supply.libraries))
  }
  const app = await openApp({ ...options, folder })
  return {
    ...app,
    language: options.language ?? 'ko',
    build: readBuild(supply),
    async close() {
      await app.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const miniBuild: ModelBuild = readBuild(miniOfferFiles())

function readBuild({ offers, libraries }: Supply): ModelBuild {
  const parsed = parseOffers(offers, libraries)
  if (!parsed.ok) throw new Error(parsed.failure)
  const [offer] = parsed.value
  const [library] = offer?.builds ?? []
  if (offer === undefined || library === undefined) throw new Error('There is no offer.')
  return { offer, library }
}

/** Opens the dialog of the offer, as a person does. */
async function askForOffer({ page, language, build }: SupplyPage): Promise<void> {
  await button(page, say(language, 'supply.get')).click()
  await page
    .getByRole('heading', { name: say(language, 'supply.dialog.title', { name: build.offer.name[language] }) })
    .waitFor()
}

/** Orders the offer from a hub. */
export async function getFromHub(app: SupplyPage, hubUrl: string): Promise<void> {
  const { page, language } = app
  await askForOffer(app)
  await page.getByLabel(say(language, 'supply.dialog.hubHost'), { exact: true }).fill(hubUrl)
  await button(page, say(language, 'supply.dialog.begin')).click()
}

/** Orders the offer from a folder of this machine. */
export async function getFromFolder(app: SupplyPage, folder: string): Promise<void> {
  const { page, language } = app
  await askForOffer(app)
  await page.getByText(say(language, 'supply.dialog.folder'), { exact: true }).click()
  await page.getByLabel(say(language, 'supply.dialog.pick'), { exact: true }).setInputFiles(folder)
  await button(page, say(language, 'supply.dialog.begin')).click()
}

/** Orders the offer from a folder on a web server. */
export async function getFromAddress(app: SupplyPage, url: string): Promise<void> {
  const { page, language } = app
  await askForOffer(app)
  await page.getByText(say(language, 'supply.dialog.host'), { exact: true }).click()
  await page.getByLabel(say(language, 'supply.dialog.address'), { exact: true }).fill(url)
  await button(page, say(language, 'supply.dialog.begin')).click()
}

/** Waits until the app says that the model can be started, and not longer than until it says why it cannot. */
export async function waitUntilGot({ page, language, build }: SupplyPage): Promise<void> {
  const failure = page.getByRole('alert')
  await gotNotice({ page, language, build }).or(failure).first().waitFor({ timeout: 120_000 })
  if (await failure.isVisible()) throw new Error(await failure.innerText())
}

/** The notice that the model can be started. */
export function gotNotice({ page, language, build }: SupplyPage) {
  return page.getByText(sayDone(build, language))
}

/** The Korean sentence has a particle that follows the name. */
function sayDone({ offer }: ModelBuild, language: Language): RegExp {
  const name = offer.name[language]
  return language === 'ko' ? new RegExp(`${name}(을|를) 시작할 수 있어요`) : new RegExp(`${name} is ready to start`)
}

/** What the app has put down as made whole on this machine; null where there is nothing. */
export async function readBuilt(page: Page): Promise<BuiltModel | null> {
  const found = await page.evaluate(async (name) => {
    if (!(await caches.has(name))) return null
    const cache = await caches.open(name)
    const [request] = await cache.keys()
    const kept = request === undefined ? undefined : await cache.match(request)
    return request === undefined || kept === undefined ? null : { url: request.url, text: await kept.text() }
  }, manifestCache)
  if (found === null) return null
  const [, buildId = '', , version = ''] = new URL(found.url).pathname.split('/')
  const manifest = parseManifest(JSON.parse(found.text))
  if (!manifest.ok) throw new Error(manifest.failure)
  return { buildId, version, manifest: manifest.value }
}

/** The record by which the app loads what it has made. */
export async function builtRecord({ page, build }: SupplyPage): Promise<ModelRecord> {
  const built = await readBuilt(page)
  if (built === null) throw new Error('Nothing is made whole on this machine.')
  return recordOfBuilt(build, built)
}

/** Whether a request is for weights: headers are asked for too, of 8 bytes and some thousands. */
export function asksForWeights({ stage, range }: HubRequest): boolean {
  return stage === 'cdn' && range !== null && range.end - range.begin > 20_000
}

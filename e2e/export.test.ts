import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { miniAsRepository, miniRepository } from '#testing/builders/mini-as-published.ts'
import type { FakeHub } from '#testing/fakes/fake-hub.ts'
import { startFakeHub } from '#testing/fakes/fake-hub.ts'
import { axeFindings } from './support/axe.ts'
import { button } from './support/journeys.ts'
import type { SupplyApp } from './support/mini-supply.ts'
import { getFromFolder, getFromHub, miniBuild, openSupplyApp, readBuilt, waitUntilGot } from './support/mini-supply.ts'
import { say } from './support/words.ts'

const id = 'mini-q4f32_1'

let hub: FakeHub
let app: SupplyApp
let folder: string

beforeEach(async () => {
  hub = await startFakeHub({ repositories: { [miniRepository]: miniAsRepository() }, separateCdn: true })
  folder = mkdtempSync(join(tmpdir(), 'munjin-export-'))
})

afterEach(async () => {
  await app.close()
  await hub.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Gets the model from the hub in a page whose dialog for folders, if it has one, answers as is said. */
async function openWithModel(language: 'ko' | 'en', dialog: 'aStick' | 'none'): Promise<void> {
  app = await openSupplyApp({ language })
  await app.page.addInitScript((kind) => {
    const picker =
      kind === 'none'
        ? undefined
        : async () => (await navigator.storage.getDirectory()).getDirectoryHandle('stick', { create: true })
    Object.defineProperty(window, 'showDirectoryPicker', { value: picker })
  }, dialog)
  await app.page.reload()
  await app.visit('/models')
  await getFromHub(app, hub.url)
  await waitUntilGot(app)
}

const article = () => app.page.getByRole('article', { name: miniBuild.offer.name[app.language] })

/** Takes the model away and gets it again from the folder; its files must be those that the manifest names. */
async function expectImportOf(from: string): Promise<void> {
  const before = await readBuilt(app.page)
  await article()
    .getByRole('button', { name: say(app.language, 'models.forget') })
    .click()
  const forget = app.page.getByRole('dialog').getByRole('button', { name: say(app.language, 'models.forget') })
  await forget.click()
  await button(app.page, say(app.language, 'supply.get')).waitFor()
  expect(await readBuilt(app.page)).toBeNull()
  await getFromFolder(app, from)
  await waitUntilGot(app)
  expect((await readBuilt(app.page))?.manifest).toEqual(before?.manifest)
}

describe('a model that was made here', () => {
  it('is saved to a folder, which another browser takes as it is', async () => {
    await openWithModel('ko', 'aStick')
    await button(app.page, say('ko', 'exporting.folder.save')).click()
    await app.page.getByText(say('ko', 'exporting.folder.done', { file: id })).waitFor()
    await app.shoot('export-ko-done')
    expect(await axeFindings(app.page)).toEqual([])

    const names = await copyStick(app.page, folder)
    const built = await readBuilt(app.page)
    const listed = built?.manifest.files.map(({ name }) => name) ?? []
    expect(names.toSorted()).toEqual([...listed, 'munjin-manifest.json'].toSorted())
    await expectImportOf(folder)
  })

  it('is saved as one file where the browser cannot write folders', async () => {
    await openWithModel('en', 'none')
    const download = app.page.waitForEvent('download')
    await button(app.page, say('en', 'exporting.archive.save')).click()
    const saved = await download
    expect(saved.suggestedFilename()).toBe(`${id}.tar`)
    await app.page.getByText(say('en', 'exporting.archive.done', { file: `${id}.tar` })).waitFor()
    await app.shoot('export-en-archive')
    await saved.saveAs(join(folder, 'model.tar'))
    execFileSync('tar', ['-xf', 'model.tar'], { cwd: folder })
    await expectImportOf(join(folder, id))
  })

  it('stays in the app when the stick is pulled out, with a word about it', async () => {
    await openWithModel('en', 'aStick')
    await app.page.evaluate(() => {
      FileSystemFileHandle.prototype.createWritable = () =>
        Promise.reject(new DOMException('The device is gone.', 'NotFoundError'))
    })
    await button(app.page, say('en', 'exporting.folder.save')).click()
    await app.page.getByText(say('en', 'exporting.failure.nothingChanged')).waitFor()
    expect(await article().innerText()).toContain('The device is gone.')
    await app.shoot('export-en-failed')
    expect(await axeFindings(app.page)).toEqual([])
    expect(await readBuilt(app.page)).not.toBeNull()
  })
})

/** Copies what was written to the stick to a folder of this machine, checked on the way by its hashes; names what there is. */
async function copyStick(page: Page, to: string): Promise<readonly string[]> {
  const files = await page.evaluate(async (name) => {
    const root = await navigator.storage.getDirectory()
    const stick = await (await root.getDirectoryHandle('stick')).getDirectoryHandle(name)
    const found: { readonly name: string; readonly base64: string }[] = []
    for await (const [file, handle] of stick.entries()) {
      const bytes = new Uint8Array(await (await (handle as FileSystemFileHandle).getFile()).arrayBuffer())
      const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
      found.push({ name: file, base64: btoa(text) })
    }
    return found
  }, id)
  const hashes = new Map((await readBuilt(page))?.manifest.files.map(({ name, sha256 }) => [name, sha256]))
  mkdirSync(to, { recursive: true })
  for (const { name, base64 } of files) {
    const content = Buffer.from(base64, 'base64')
    const promised = hashes.get(name)
    if (promised !== undefined) expect(createHash('sha256').update(content).digest('hex')).toBe(promised)
    writeFileSync(join(to, name), content)
  }
  return files.map(({ name }) => name)
}

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { recordOfBuilt } from '#domain/models/built-model.ts'
import type { ModelRecord } from '#domain/models/model-record.ts'
import { readBuiltModels } from '#engine/shelf/built-models.ts'
import { cacheKeyOf } from '#engine/shelf/cache-keys.ts'
import { cacheModelFiles } from '#engine/shelf/cache-model-files.ts'
import { archivePlaces } from '#platform/archive-places.ts'
import type { ExportPlaces } from '#platform/export-place-port.ts'
import { folderPlaces } from '#platform/folder-places.ts'
import { getModel } from '#supply/worker/get-model.ts'
import { aSupplyMachine, pickedFiles, silentReport } from '#testing/builders/supply-machine.ts'
import { tinyBuild, tinyFiles } from '#testing/builders/tiny-as-published.ts'
import type { MemoryCaches } from '#testing/fakes/memory-caches.ts'
import type { MemoryFiles } from '#testing/fakes/memory-files.ts'
import { memoryFiles } from '#testing/fakes/memory-files.ts'
import type { ExportState } from './model-export.ts'
import { openModelExport } from './model-export.ts'

type Files = Readonly<Record<string, Uint8Array<ArrayBuffer>>>

const build = tinyBuild()
let made: { readonly caches: MemoryCaches; readonly model: ModelRecord }
let stick: MemoryFiles

/** Gets the tiny model onto a new machine from picked files. */
async function importFrom(files: Files) {
  const { caches, needs } = aSupplyMachine()
  const order = { build, source: pickedFiles(files), contextWindow: 1024 }
  const got = await getModel(order, needs, silentReport, new AbortController().signal)
  return { caches, got }
}

beforeAll(async () => {
  const { caches, got } = await importFrom(tinyFiles())
  if (!got.ok) throw new Error(JSON.stringify(got.failure))
  made = { caches, model: recordOfBuilt(build, got.value) }
})

beforeEach(() => {
  stick = memoryFiles()
})

function exportTo(places: ExportPlaces, caches: MemoryCaches = made.caches) {
  let held = 0
  const exporting = openModelExport({
    files: cacheModelFiles(caches),
    places,
    wakeLock: {
      hold: () => {
        held += 1
        return Promise.resolve(() => void (held -= 1))
      },
    },
  })
  return { exporting, held: () => held }
}

const toStick = () => folderPlaces(() => Promise.resolve(stick.handle))

/** The files of one folder of the stick, by name. */
function filesIn(folder: string): Files {
  const inside = [...stick.files()].filter(([path]) => path.startsWith(`${folder}/`))
  return Object.fromEntries(inside.map(([path, content]) => [path.slice(folder.length + 1), content]))
}

/** Everything that a machine keeps of its one model but the address, which depends on how it came. */
async function contentsOf(caches: MemoryCaches): Promise<unknown> {
  const [built] = await readBuiltModels(caches)
  if (built === undefined) throw new Error('Nothing is kept whole.')
  const model = recordOfBuilt(build, built)
  const files = model.files.map((file) => {
    const { cache, url } = cacheKeyOf(model, file)
    return [file.path, caches.bytes(cache, url)]
  })
  return { manifest: built.manifest, files }
}

describe('a model that was made here', () => {
  it('becomes a folder that another machine takes whole', async () => {
    const { exporting, held } = exportTo(toStick())
    const states: ExportState[] = []
    exporting.state.subscribe((state) => states.push(state))
    await exporting.save(made.model)
    expect(states.at(-1)).toEqual({ kind: 'done', modelId: 'tiny-q4f16_1', name: 'tiny-q4f16_1' })
    expect(held()).toBe(0)

    const written = states.flatMap((state) => (state.kind === 'writing' ? [state] : []))
    expect(
      written
        .map(({ file }) => file)
        .filter((file, index, all) => file !== all[index - 1])
        .slice(-2),
    ).toEqual(['tensor-cache.json', 'munjin-manifest.json'])
    const done = written.map(({ doneBytes }) => doneBytes)
    expect(done).toEqual([...done].sort((a, b) => a - b))
    expect(done.at(-1)).toBe(written.at(-1)?.totalBytes)

    const other = await importFrom(filesIn('tiny-q4f16_1'))
    expect(other.got).toMatchObject({ ok: true })
    expect(await contentsOf(other.caches)).toEqual(await contentsOf(made.caches))
  })

  it('becomes one file that unpacks to the same folder where the browser cannot write folders', async () => {
    const saved: { readonly name: string; readonly content: Blob }[] = []
    const { exporting } = exportTo(
      archivePlaces(
        (name, content) => saved.push({ name, content }),
        () => 1_700_000_000_000,
      ),
    )
    expect(exporting.place).toBe('archive')
    await exporting.save(made.model)
    expect(exporting.state.getState()).toMatchObject({ kind: 'done', name: 'tiny-q4f16_1.tar' })

    const other = await importFrom(await unpack(saved[0]?.content))
    expect(other.got).toMatchObject({ ok: true })
    expect(await contentsOf(other.caches)).toEqual(await contentsOf(made.caches))
  })

  it('never touches what lies at the chosen place', async () => {
    stick.put('tiny-q4f16_1/notes.txt', new Uint8Array([1]))
    stick.put('tiny-q4f16_1-2', new Uint8Array([2]))
    const { exporting } = exportTo(toStick())
    await exporting.save(made.model)
    expect(exporting.state.getState()).toMatchObject({ kind: 'done', name: 'tiny-q4f16_1-3' })
    expect(filesIn('tiny-q4f16_1')).toEqual({ 'notes.txt': new Uint8Array([1]) })
  })

  it('stays where it is when the student changes their mind', async () => {
    const closed = new DOMException('The user aborted a request.', 'AbortError')
    const { exporting } = exportTo(folderPlaces(() => Promise.reject(closed)))
    await exporting.save(made.model)
    expect(exporting.state.getState()).toEqual({ kind: 'idle' })
  })

  it('leaves nothing behind when it is stopped', async () => {
    const { exporting, held } = exportTo(toStick())
    const saving = exporting.save(made.model)
    const unsubscribe = exporting.state.subscribe((state) => {
      if (state.kind === 'writing' && state.doneBytes > 0) exporting.stop()
    })
    await saving
    unsubscribe()
    expect(exporting.state.getState()).toEqual({ kind: 'idle' })
    expect(stick.folders()).toEqual([])
    expect(held()).toBe(0)
    await exporting.save(made.model)
    expect(exporting.state.getState()).toMatchObject({ kind: 'done' })
  })

  it.each([
    ['the stick is full', new DOMException('No room', 'QuotaExceededError'), { kind: 'noRoom' }],
    ['the stick is pulled out', new DOMException('Gone', 'NotFoundError'), { kind: 'notWritten', detail: 'Gone' }],
  ])('says at which file it was when %s, and leaves no manifest', async (_, error, failure) => {
    stick.breakDown(error, 10_000)
    const { exporting } = exportTo(toStick())
    await exporting.save(made.model)
    expect(exporting.state.getState()).toMatchObject({
      kind: 'failed',
      failure: { ...failure, file: expect.stringMatching(/^params_shard_\d+\.bin$/) as string },
    })
    expect(Object.keys(filesIn('tiny-q4f16_1'))).not.toContain('munjin-manifest.json')
    expect(await importFrom(filesIn('tiny-q4f16_1'))).toMatchObject({ got: { ok: false } })
  })

  it('says so when the caches themselves fail', async () => {
    const caches = { open: () => Promise.reject(new Error('No caches')) }
    const exporting = openModelExport({
      files: cacheModelFiles(caches),
      places: toStick(),
      wakeLock: { hold: () => Promise.resolve(() => undefined) },
    })
    await exporting.save(made.model)
    expect(exporting.state.getState()).toMatchObject({ failure: { kind: 'unexpected', detail: 'Error: No caches' } })
    expect(stick.folders()).toEqual([])
  })

  it('says that the browser may not write there', async () => {
    const denied = new DOMException('Not allowed', 'NotAllowedError')
    const { exporting } = exportTo(folderPlaces(() => Promise.reject(denied)))
    await exporting.save(made.model)
    expect(exporting.state.getState()).toMatchObject({ failure: { kind: 'refused', detail: 'Not allowed' } })
  })
})

describe.each([
  ['a folder', () => toStick()],
  [
    'one file',
    () =>
      archivePlaces(
        () => undefined,
        () => 0,
      ),
  ],
] as const)('a model that is not whole any more, as %s', (_, places) => {
  it.each([
    ['missing', null],
    ['shorter', new Uint8Array(7)],
  ])('is not given away: a file is %s', async (__, content) => {
    const { caches, got } = await importFrom(tinyFiles())
    if (!got.ok) throw new Error(got.failure.kind)
    const model = recordOfBuilt(build, got.value)
    const shard = model.files.find(({ path }) => path === 'params_shard_1.bin')
    if (shard === undefined) throw new Error('There is one shard only.')
    const { cache, url } = cacheKeyOf(model, shard)
    const open = await caches.open(cache)
    await (content === null ? open.delete(url) : open.put(url, new Response(content)))
    const { exporting } = exportTo(places(), caches)
    await exporting.save(model)
    expect(exporting.state.getState()).toMatchObject({ failure: { kind: 'notWhole', file: 'params_shard_1.bin' } })
    expect(stick.folders()).toEqual([])
  })
})

/** What the system's own tar makes of an archive with one folder in it. */
async function unpack(archive: Blob | undefined): Promise<Files> {
  const at = mkdtempSync(join(tmpdir(), 'munjin-export-'))
  onTestFinished(() => rmSync(at, { recursive: true, force: true }))
  writeFileSync(join(at, 'model.tar'), new Uint8Array((await archive?.arrayBuffer()) ?? new ArrayBuffer(0)))
  execFileSync('tar', ['-xf', 'model.tar'], { cwd: at })
  const folder = join(at, 'tiny-q4f16_1')
  return Object.fromEntries(readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]))
}

import type { Page } from 'playwright-core'
import { cacheKeyOf } from '#engine/shelf/cache-keys.ts'
import { embeddedModel } from './catalogue.ts'

/** Keeps the embedded model as the app does, without starting it: for journeys that need its files and no answers. */
export async function keepEmbeddedModel(page: Page): Promise<void> {
  const model = embeddedModel()
  const files = [...model.files, ...model.libraries.slice(0, 1)].map((file) => ({
    ...cacheKeyOf(model, file),
    path: model.base + file.path,
    bytes: file.bytes,
  }))
  await page.evaluate(async (all) => {
    for (const { cache, url, path, bytes } of all) {
      const { body } = await fetch(path)
      await (await caches.open(cache)).put(url, new Response(body, { headers: { 'content-length': String(bytes) } }))
    }
  }, files)
}

/** Bytes of everything in the caches of models, read and counted. */
export function modelBytes(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let bytes = 0
    for (const name of ['webllm/config', 'webllm/wasm', 'webllm/model', 'munjin/models']) {
      if (!(await caches.has(name))) continue
      const cache = await caches.open(name)
      for (const key of await cache.keys()) bytes += (await (await cache.match(key))?.arrayBuffer())?.byteLength ?? 0
    }
    return bytes
  })
}

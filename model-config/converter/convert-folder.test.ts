import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  quantizationVectors,
  qwen3ConfigText,
  tinyModelFiles,
} from '../../src/testing/builders/quantization-vectors.ts'
import { convertFolder, isWhole } from './convert-folder.ts'
import type { FolderConversion } from './convert-folder.ts'
import { openFolderFinished } from './folder-finished.ts'

let from = ''
let to = ''

beforeEach(() => {
  from = mkdtempSync(join(tmpdir(), 'munjin-from-'))
  to = mkdtempSync(join(tmpdir(), 'munjin-to-'))
})

afterEach(() => {
  for (const folder of [from, to]) rmSync(folder, { recursive: true })
})

describe('a converted folder', () => {
  it('holds what the vectors say, and no scratch file', async () => {
    const model = layOutModel()
    const ended = await convertFolder(asked())
    expect(ended).toMatchObject({ ok: true, value: { kind: 'complete' } })
    expect(JSON.parse(readFileSync(join(to, 'tensor-cache.json'), 'utf8'))).toEqual(model.expected)
    const shards = model.expected.records.map((_, at) => `params_shard_${at}.bin`)
    const others = ['mlc-chat-config.json', 'munjin-manifest.json', 'tensor-cache.json', 'tokenizer.json']
    expect(readdirSync(to).sort()).toEqual([...others, ...shards].sort())
    expect(await isWhole(to)).toBe(true)
  })

  it('is taken up where a stopped run left it', async () => {
    const model = layOutModel()
    const stop = new AbortController()
    const first = await convertFolder({
      ...asked(),
      signal: stop.signal,
      onProgress: ({ shardsDone }) => {
        if (shardsDone === 2) stop.abort()
      },
    })
    expect(first).toEqual({ ok: true, value: { kind: 'stopped' } })
    expect([await isWhole(to), existsSync(join(to, '.converting', 'journal.jsonl'))]).toEqual([false, true])
    const done: number[] = []
    await convertFolder({ ...asked(), onProgress: ({ partsDone }) => done.push(partsDone) })
    expect(done[0]).toBeGreaterThan(0)
    expect(JSON.parse(readFileSync(join(to, 'tensor-cache.json'), 'utf8'))).toEqual(model.expected)
  })

  it('is not begun without a model', async () => {
    expect(await convertFolder(asked())).toEqual({
      ...{ ok: false, failure: { kind: 'fault', fault: { kind: 'fileMissing', file: 'config.json' } } },
    })
    expect(readdirSync(to)).toEqual([])
  })
})

it('says why a finished file could not be put', async () => {
  writeFileSync(join(to, 'file'), '')
  const finished = openFolderFinished(join(to, 'file'))
  const put = await finished.put({ name: 'a', bytes: 0, sha256: '' }, { bytes: 0, read: () => new Uint8Array() })
  expect(put).toMatchObject({ ok: false })
})

function layOutModel() {
  const model = quantizationVectors().tiny_models.find(({ name }) => name === 'tiny-untied-two-files-cap4096-q4f16_1')
  if (model === undefined) throw new Error('no such model')
  const marks = ['<|endoftext|>', '<|im_start|>', '<|im_end|>'].map((content, id) => ({ id, content }))
  const texts = {
    'config.json': qwen3ConfigText(model.config),
    'tokenizer.json': JSON.stringify({ model: { vocab: { a: 0 } }, added_tokens: marks }),
    'model.safetensors.index.json': JSON.stringify({ weight_map: model.weight_map }),
  }
  for (const [name, content] of [...Object.entries(texts), ...tinyModelFiles(model)])
    writeFileSync(join(from, name), content)
  return model
}

function asked(): FolderConversion {
  return {
    ...{ from, to, quantization: 'q4f16_1', model: 'tiny', repository: undefined, revision: undefined },
    ...{ contextWindow: undefined, prefillChunk: undefined, shardCap: 4096 },
    ...{ signal: new AbortController().signal, onPlan: () => undefined, onProgress: () => undefined },
  }
}

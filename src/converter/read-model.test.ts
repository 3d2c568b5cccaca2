import { describe, expect, it } from 'vitest'
import { sourceOf } from '../testing/builders/conversions.ts'
import { quantizationVectors, qwen3ConfigText, tinyModelFiles } from '../testing/builders/quantization-vectors.ts'
import { readModel } from './read-model.ts'

const models = quantizationVectors().tiny_models
const marks = ['<|endoftext|>', '<|im_start|>', '<|im_end|>'].map((content, id) => ({ id, content }))

describe("a model's folder", () => {
  it('of one file gives all that a conversion needs', async () => {
    const found = await readFolder(folder(0))
    expect(found).toMatchObject({ ok: true, value: { weightOrder: undefined, tokenizer: { activeVocab: 3 } } })
    if (!found.ok) return
    expect(found.value.headers.map(({ file }) => file)).toEqual(['model.safetensors'])
    expect(found.value.tokenizerFiles.map(({ name }) => name)).toEqual(['tokenizer.json', 'tokenizer_config.json'])
  })

  it('of several files gives the order of their index', async () => {
    const at = models.findIndex(({ weight_map: map }) => new Set(Object.values(map)).size > 1)
    const files = folder(at)
    files.set('model.safetensors.index.json', text(JSON.stringify({ weight_map: models[at]?.weight_map })))
    const found = await readFolder(files)
    expect(found.ok && found.value.headers.length).toBe(2)
    expect(found.ok && found.value.weightOrder?.[0]?.tensor).toBe('lm_head.weight')
  })

  it.each(['config.json', 'tokenizer.json', 'model.safetensors'])('is refused without %s', async (file) => {
    const files = folder(0)
    files.delete(file)
    expect(await readFolder(files)).toEqual({
      ok: false,
      failure: { kind: 'fault', fault: { kind: 'fileMissing', file } },
    })
  })

  it('says which file could not be read', async () => {
    const files = folder(0)
    const source = sourceOf(new Map([...files].filter(([name]) => name !== 'tokenizer.json')))
    expect(await readFolder(files, source)).toEqual({
      ...{ ok: false, failure: { kind: 'source', file: 'tokenizer.json', failure: 'no tokenizer.json' } },
    })
  })

  it('names the file whose header is broken', async () => {
    const files = folder(0)
    files.set('model.safetensors', text('short'))
    expect(await readFolder(files)).toMatchObject({
      ...{ failure: { kind: 'fault', fault: { kind: 'headerLength', file: 'model.safetensors' } } },
    })
  })
})

function folder(at: number): Map<string, Uint8Array<ArrayBuffer>> {
  const model = models[at]
  if (model === undefined) throw new Error(`no model ${at}`)
  return new Map([
    ['config.json', text(qwen3ConfigText(model.config))],
    ['generation_config.json', text('{"do_sample": false}')],
    ['tokenizer.json', text(JSON.stringify({ model: { vocab: { a: 0 } }, added_tokens: marks }))],
    ['tokenizer_config.json', text('{}')],
    ...tinyModelFiles(model),
  ])
}

function readFolder(files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>, source = sourceOf(files)) {
  const listed = [...files].map(([name, { length }]) => ({ name, bytes: length }))
  return readModel(source, listed, new AbortController().signal)
}

function text(content: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(content)
}

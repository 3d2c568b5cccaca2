import { describe, expect, it } from 'vitest'
import { recogniseFolder } from './picked-folder.ts'

/** Files by path; `path=text` gives one its first bytes. */
const recognise = (...paths: string[]) =>
  recogniseFolder(
    paths.map((given) => {
      const [path = '', text = ''] = given.split('=')
      return { path, file: new Blob([Uint8Array.from(text, (letter) => letter.charCodeAt(0))]) }
    }),
  )

const inside = (folder: string, ...names: string[]): string[] => names.map((name) => `${folder}/${name}`)
const published = ['config.json', 'model.safetensors', 'tokenizer.json']
const sharded = [
  'config.json',
  'model-00001-of-00002.safetensors',
  'model-00002-of-00002.safetensors',
  'tokenizer.json',
]
const converted = ['mlc-chat-config.json', 'tensor-cache.json', 'params_shard_0.bin', 'tokenizer.json']

describe('a picked folder', () => {
  it('is a published model', async () => {
    const found = await recognise(...inside('Model', ...sharded, 'model.safetensors.index.json', 'README.md'))
    expect(found).toMatchObject({ ok: true, value: { kind: 'safetensors', folder: 'Model' } })
    if (found.ok) expect(found.value.files.map(({ name }) => name)).toContain('model.safetensors.index.json')
    expect(await recognise(...published)).toMatchObject({ value: { kind: 'safetensors', folder: '' } })
  })

  it('is a converted model, by either way of saying so', async () => {
    expect(await recognise(...inside('a/b', ...converted))).toMatchObject({
      value: { kind: 'converted', folder: 'a/b' },
    })
    expect(await recognise('m/munjin-manifest.json')).toMatchObject({ value: { kind: 'converted', folder: 'm' } })
    const both = await recognise(...inside('m', ...published, ...converted))
    expect(both).toMatchObject({ value: { kind: 'converted' } })
  })

  it("may be the hub's own cache, with what systems leave behind", async () => {
    const found = await recognise(
      ...inside('models--lab--m/snapshots/abc', ...published),
      'models--lab--m/refs/main',
      ...['models--lab--m/.DS_Store', 'models--lab--m/snapshots/abc/._model.safetensors', 'models--lab--m/.no_exist/x'],
    )
    expect(found).toMatchObject({ value: { kind: 'safetensors', folder: 'models--lab--m/snapshots/abc' } })
    if (found.ok) expect(found.value.files).toHaveLength(3)
  })

  it('may have folders of other things inside', async () => {
    const found = await recognise(...inside('m', ...published), ...inside('m/old', ...published), 'm/onnx/model.onnx')
    expect(found).toMatchObject({ value: { folder: 'm' } })
  })

  it.each<[string[], unknown]>([
    [[], { kind: 'empty' }],
    [['a/.DS_Store', 'a/Thumbs.db'], { kind: 'empty' }],
    [['a/m.Q4_K_M.gguf', 'a/config.json'], { kind: 'gguf', file: 'a/m.Q4_K_M.gguf' }],
    [['a/m.bin=GGUF'], { kind: 'gguf', file: 'a/m.bin' }],
    [['pytorch_model-00001-of-00002.bin', 'config.json'], { kind: 'pickle', file: 'pytorch_model-00001-of-00002.bin' }],
    [['consolidated.00.pth'], { kind: 'pickle', file: 'consolidated.00.pth' }],
    [['weights.bin=\u0080\u0002}q'], { kind: 'pickle', file: 'weights.bin' }],
    [['weights.bin=PK\u0003\u0004'], { kind: 'pickle', file: 'weights.bin' }],
    [['weights.bin=abcd', 'config.json'], { kind: 'noWeights' }],
    [['a/config.json', 'a/tokenizer.json'], { kind: 'noWeights' }],
    [['holiday.jpg'], { kind: 'noConfig' }],
    [['model.safetensors', 'tokenizer.json'], { kind: 'noConfig' }],
    [['model.safetensors', 'config.json'], { kind: 'noTokenizer' }],
    [['mlc-chat-config.json', 'tokenizer.json'], { kind: 'noWeights' }],
    [['tensor-cache.json', 'params_shard_0.bin', 'tokenizer.json'], { kind: 'noConfig' }],
    [['mlc-chat-config.json', 'tensor-cache.json', 'params_shard_0.bin'], { kind: 'noTokenizer' }],
    [['adapter_model.safetensors', 'adapter_config.json'], { kind: 'noConfig' }],
    [
      [...inside('all/b', ...published), ...inside('all/a', ...converted)],
      { kind: 'severalModels', folders: ['all/a', 'all/b'] },
    ],
  ])('with %j is refused as %j', async (paths, found) => {
    expect(await recognise(...paths)).toEqual({ ok: false, failure: found })
  })
})

import { readFileSync } from 'node:fs'
import { aSafetensorsFile } from './safetensors.ts'
import type { FakeRepository } from '../fakes/fake-hub-repository.ts'

// For tests: the embedded model's own checkpoint, as a hub would publish it and as the app would offer it.

const checkpoint = new URL('../../../model-config/mini/checkpoint/', import.meta.url)

function read(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(name, checkpoint)))
}

interface HeaderEntry {
  readonly dtype: string
  readonly shape: readonly number[]
  readonly data_offsets: readonly [number, number]
}

const documentNames = ['config.json', 'generation_config.json', 'tokenizer.json', 'tokenizer_config.json']

/** The files of the checkpoint with its weights split over so many files and an index of them. */
export function miniFiles(fileCount = 3): Readonly<Record<string, Uint8Array<ArrayBuffer>>> {
  const whole = read('model.safetensors')
  const headerBytes = Number(new DataView(whole.buffer).getBigUint64(0, true))
  const header = JSON.parse(new TextDecoder().decode(whole.subarray(8, 8 + headerBytes))) as Record<string, HeaderEntry>
  const names = Object.keys(header)
    .filter((name) => name !== '__metadata__')
    .sort()
  const files: Record<string, Uint8Array<ArrayBuffer>> = Object.fromEntries(
    documentNames.map((name) => [name, read(name)]),
  )
  const weightMap: Record<string, string> = {}
  const share = Math.ceil(names.length / fileCount)
  for (let index = 0; index < fileCount; index += 1) {
    const own = names.slice(index * share, (index + 1) * share)
    const file = `model-${String(index + 1).padStart(5, '0')}-of-${String(fileCount).padStart(5, '0')}.safetensors`
    files[file] = aSafetensorsFile(own.map(tensorOf))
    for (const name of own) weightMap[name] = file
  }
  const index = JSON.stringify({ metadata: {}, weight_map: weightMap })
  files['model.safetensors.index.json'] = new Uint8Array(new TextEncoder().encode(index))
  return files

  function tensorOf(name: string) {
    const { dtype, shape, data_offsets } = header[name] ?? { dtype: '', shape: [], data_offsets: [0, 0] }
    const [begin, end] = data_offsets.map((offset) => 8 + headerBytes + offset)
    return { name, dtype, shape, data: whole.subarray(begin, end) }
  }
}

export const miniRepository = 'munjin/mini'

/** Its safetensors are large enough to be redirected and listed with their hashes, as the real hub's are. */
export function miniAsRepository(files = miniFiles()): FakeRepository {
  return { commit: 'c'.repeat(40), files: { ...files, 'README.md': new Uint8Array(10) }, largeFrom: 500_000 }
}

/** `model-config/offers.json` and `libraries.json` as they would be with the embedded model as the only offer. */
export function miniOfferFiles(): { readonly offers: unknown; readonly libraries: unknown } {
  const catalogue = JSON.parse(
    readFileSync(new URL('../../../model-config/catalogue.json', import.meta.url), 'utf8'),
  ) as { readonly models: readonly Record<string, unknown>[] }
  const [mini] = catalogue.models
  if (mini === undefined) throw new Error('The catalogue is empty.')
  const shipped = mini['libraries'] as readonly (Record<string, unknown> & { readonly path: string })[]
  const software = shipped.find(({ schedule }) => schedule === 'software') ?? shipped[0]
  return {
    libraries: {
      ...{ format: 'munjin-libraries', version: 1 },
      libraries: [
        {
          ...{ ...software, id: 'mini-q4f32_1', path: `${String(mini['base'])}${software?.path ?? ''}` },
          architecture: {
            ...{ hiddenSize: 192, intermediateSize: 512, layers: 6, heads: 4, keyValueHeads: 2, headDim: 64 },
            ...{ vocabularySize: 6144, tied: true, ropeTheta: 10_000, rmsNormEps: 1e-6 },
          },
          ...{ quantization: 'q4f32_1', prefillChunk: mini['prefillChunk'] },
          requires: { ...(mini['requires'] as object), maxComputeInvocationsPerWorkgroup: 256 },
        },
      ],
    },
    offers: {
      ...{ format: 'munjin-offers', version: 1 },
      offers: [
        {
          ...{ id: 'mini', name: { en: 'Mini from elsewhere', ko: '다른 곳의 미니' }, role: 'general' },
          summary: { en: 'The embedded model, fetched and converted.', ko: '내장 모델을 받아서 변환합니다.' },
          ...{ licence: 'Apache-2.0', card: { en: 'cards/qwen3-0.6b.en.md', ko: 'cards/qwen3-0.6b.ko.md' } },
          ...{ publisher: 'Munjin', repository: miniRepository, parameters: mini['parameters'] },
          ...{ libraries: ['mini-q4f32_1'], contextWindow: mini['contextWindow'], trace: mini['trace'] },
          ...{
            sampling: mini['sampling'],
            tokenizer: {
              ...{ tokens: 6144, special: { '<|endoftext|>': 0, '<|im_end|>': 2 } },
              encodings: [{ word: '충수염', ids: [557, 107, 635, 361] }],
            },
          },
        },
      ],
    },
  }
}

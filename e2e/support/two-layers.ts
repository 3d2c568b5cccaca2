import { createHash } from 'node:crypto'
import { closeSync, copyFileSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Architecture } from '#domain/models/offer.ts'
import { aLibrary, anOffer, shape8b } from '#testing/builders/offers.ts'
import { randomCheckpoint } from '#testing/builders/random-checkpoint.ts'
import type { Supply } from './mini-supply.ts'
import { projectRoot } from './paths.ts'

// The layers of Qwen3 8B at full width, two of them, with random weights and a small vocabulary: what of that model a
// software GPU can run. See `model-config/compiler/README.md`.

const documents = join(projectRoot, 'model-config/compiler/tests/two_layers')
const library = join(projectRoot, 'e2e/fixtures/libraries/qwen3-8b-two-layers-q4f32_1.wasm')
const shape: Architecture = { ...shape8b, layers: 2, vocabularySize: 2048 }

/** In tokens; the library is compiled for no more. */
export const twoLayersContext = 512

/** Writes the checkpoint as Hugging Face would publish it, 806 MB. Returns the SHA-256 of its weights. */
export function writeTwoLayers(folder: string): string {
  for (const name of ['config.json', 'tokenizer.json']) copyFileSync(join(documents, name), join(folder, name))
  const hash = createHash('sha256')
  const file = openSync(join(folder, 'model.safetensors'), 'w')
  for (const piece of randomCheckpoint(shape)) {
    hash.update(piece)
    writeSync(file, piece)
  }
  closeSync(file)
  return hash.digest('hex')
}

/** The offer of it, and its library. */
export function twoLayersSupply(): Supply {
  const bytes = readFileSync(library)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const shipped = { ...aLibrary(shape, 'q4f32_1', 32), bytes: bytes.length, sha256 }
  const offer = anOffer({
    ...{ id: 'two-layers', name: { en: 'Two layers', ko: '두 층' }, builds: [shipped], parameters: 402_674_176 },
    contextWindow: { presets: [twoLayersContext], default: twoLayersContext },
    tokenizer: {
      tokens: 2048,
      special: { '<|endoftext|>': 256, '<|im_start|>': 257, '<|im_end|>': 258 },
      encodings: [],
    },
  })
  return {
    offers: { ...{ format: 'munjin-offers', version: 1 }, offers: [{ ...offer, libraries: [shipped.id] }] },
    libraries: { ...{ format: 'munjin-libraries', version: 1 }, libraries: [shipped] },
    files: { [shipped.path]: library },
  }
}

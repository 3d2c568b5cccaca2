import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { convertInline } from '#converter/convert-part.ts'
import type { ByteSource, Finished } from '#converter/conversion-ports.ts'
import type { ConversionPlan } from '#converter/plan.ts'
import { planConversion } from '#converter/plan.ts'
import { packBfloatQ4F16 } from '#converter/quantize-q4f16.ts'
import { packBfloatQ4F32 } from '#converter/quantize-q4f32.ts'
import type { Qwen3Config } from '#converter/qwen3-config.ts'
import { qwen3Tensors } from '#converter/qwen3-tensors.ts'
import { runConversion } from '#converter/run-conversion.ts'
import { succeed } from '#lib/result.ts'
import { wasmFileHashing } from '#supply/worker/hashers.ts'
import { openFolderWorkbench } from '../../model-config/converter/folder-workbench.ts'
import { newNodeHasher } from '../../model-config/converter/node-hasher.ts'

/**
 * Packing speed on one core, and a conversion of the full 8B shape from made-up weights: sources are drawn on the fly,
 * finished shards are hashed and dropped, only scratch files touch the disk.
 */
export async function measureConversion() {
  const baseline = process.memoryUsage().rss
  const noise = bfloatNoise(1 << 22)
  // First, before the kernels' arrays are memory that has been used and not yet given back.
  const qwen3At8B = await convert8B(noise, baseline)
  return {
    kernels: {
      barWeightsPerSecond: 130e6,
      q4f16_1: weightsPerSecond(packBfloatQ4F16, noise),
      q4f32_1: weightsPerSecond(packBfloatQ4F32, noise),
    },
    qwen3At8B,
  }
}

/** Best of several rounds by processor time, since others may use the machine. */
function weightsPerSecond(
  pack: (source: Uint16Array, words: Uint32Array, scales: Uint16Array) => number,
  source: Uint16Array,
): number {
  const words = new Uint32Array(source.length / 8)
  const scales = new Uint16Array(source.length / 32)
  let best = 0
  for (let round = 0; round < 12; round += 1) {
    const start = process.cpuUsage()
    for (let pass = 0; pass < 4; pass += 1) pack(source, words, scales)
    const { user, system } = process.cpuUsage(start)
    best = Math.max(best, (4 * source.length * 1e6) / (user + system))
  }
  return Math.round(best)
}

const config8B: Qwen3Config = {
  ...{ hiddenSize: 4096, intermediateSize: 12288, layers: 36, heads: 32, keyValueHeads: 8, headDim: 128 },
  ...{ vocabSize: 151936, tied: false, rmsNormEps: 1e-6, ropeTheta: 1e6, maxPositions: 40960 },
  ...{ bosToken: 151643, padToken: undefined, eosTokens: [151645] },
}

async function convert8B(noise: Uint16Array<ArrayBuffer>, baseline: number) {
  const plan = plan8B()
  const folder = mkdtempSync(join(tmpdir(), 'munjin-conversion-'))
  const peak = { rss: 0 }
  const watch = (): void => void (peak.rss = Math.max(peak.rss, process.memoryUsage().rss))
  const source: ByteSource<never> = {
    async read(_file, begin, end) {
      watch()
      const bytes = new Uint8Array(end - begin)
      const from = new Uint8Array(noise.buffer)
      for (let at = 0; at < bytes.length;) {
        const offset = (begin + at) % from.length
        const piece = from.subarray(offset, offset + bytes.length - at)
        bytes.set(piece, at)
        at += piece.length
      }
      // As a disk does: answered in a later turn of the event loop.
      await new Promise((resume) => setImmediate(resume))
      return succeed(bytes)
    },
  }
  const put = { shards: 0, bytes: 0 }
  const finished: Finished<never> = {
    put({ name, bytes }) {
      watch()
      if (name.endsWith('.bin')) Object.assign(put, { shards: put.shards + 1, bytes: put.bytes + bytes })
      return Promise.resolve(succeed(undefined))
    },
    has: () => Promise.resolve(false),
  }
  const started = performance.now()
  const cpu = process.cpuUsage()
  try {
    const ended = await runConversion(
      {
        ...{ source, workbench: openFolderWorkbench(folder), convert: convertInline },
        ...{ newHasher: newNodeHasher, fileHashing: wasmFileHashing, finished },
      },
      plan,
      {
        ...{ model: '8B', source: { repository: undefined, revision: undefined, files: [] }, documents: [] },
        signal: new AbortController().signal,
        onProgress: watch,
      },
    )
    const { user, system } = process.cpuUsage(cpu)
    return {
      ended: ended.ok ? ended.value.kind : ended.failure.kind,
      ...{ expectedShards: 112, shards: put.shards, expectedBytes: 4_607_731_712, bytes: put.bytes },
      ...{ sourceBytes: plan.totals.sourceBytes, parts: plan.parts.length },
      seconds: Math.round(performance.now() - started) / 1000,
      ...{ userSeconds: user / 1e6, systemSeconds: system / 1e6 },
      ...{ barPeakAboveBaseline: 300e6, baseline, peakAboveBaseline: peak.rss - baseline },
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function plan8B(): ConversionPlan {
  let end = 0
  const sources = qwen3Tensors(config8B).flatMap(({ kind, columns, sources }) =>
    sources.map(({ name, rows }) => ({ name, shape: kind === 'vector' ? [columns] : [rows, columns] })),
  )
  const tensors = sources
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, shape }) => {
      const begin = end
      end += shape.reduce((a, b) => a * b, 2)
      return { name, dtype: 'BF16', shape, begin, end }
    })
  const headers = [{ file: 'model.safetensors', fileBytes: end, tensors }]
  const plan = planConversion({ config: config8B, headers, quantization: 'q4f16_1' })
  if (!plan.ok) throw new Error(plan.failure.kind)
  return plan.value
}

/** bf16 bits of about normal weights of the size that models have. */
function bfloatNoise(length: number): Uint16Array<ArrayBuffer> {
  const noise = new Uint16Array(length)
  const value = new Float32Array(1)
  const halves = new Uint16Array(value.buffer)
  let state = 1
  for (let i = 0; i < length; i += 1) {
    let sum = -3
    for (let draw = 0; draw < 6; draw += 1) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      sum += state / 2 ** 32
    }
    value[0] = sum * 0.03
    noise[i] = halves[1] ?? 0
  }
  return noise
}

import { rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chatConfig } from '#converter/chat-config.ts'
import type { RunFailure } from '#converter/conversion-run.ts'
import { convertInline } from '#converter/convert-part.ts'
import type { ConversionProgress } from '#converter/conversion-ledger.ts'
import { manifestName } from '#converter/manifest.ts'
import type { ConversionPlan } from '#converter/plan.ts'
import { planConversion } from '#converter/plan.ts'
import type { Quantization } from '#converter/quantization.ts'
import { readModel } from '#converter/read-model.ts'
import type { ConversionEnding } from '#converter/run-conversion.ts'
import { runConversion } from '#converter/run-conversion.ts'
import { fail } from '#lib/result.ts'
import type { Result } from '#lib/result.ts'
import { wasmFileHashing } from '#supply/worker/hashers.ts'
import { openFolderFinished } from './folder-finished.ts'
import { openFolderSource } from './folder-source.ts'
import { openFolderWorkbench } from './folder-workbench.ts'
import { newNodeHasher } from './node-hasher.ts'

export interface FolderConversion {
  readonly from: string
  readonly to: string
  readonly quantization: Quantization
  readonly model: string
  readonly repository: string | undefined
  readonly revision: string | undefined
  readonly contextWindow: number | undefined
  readonly prefillChunk: number | undefined
  readonly shardCap: number | undefined
  readonly signal: AbortSignal
  readonly onPlan: (plan: ConversionPlan) => void
  readonly onProgress: (progress: ConversionProgress) => void
}

/** The folder of scratch files, inside the output's. */
const scratchFolder = '.converting'

/** Converts a folder in the Hugging Face layout into one that WebLLM loads; an interrupted run is taken up again. */
export async function convertFolder(
  asked: FolderConversion,
): Promise<Result<ConversionEnding, RunFailure<string, string>>> {
  const { quantization, contextWindow, prefillChunk, shardCap, signal } = asked
  const source = openFolderSource(asked.from)
  try {
    const files = await source.files()
    const facts = await readModel(source, files, signal)
    if (!facts.ok) return facts
    const { config, headers, weightOrder, tokenizer, generation, tokenizerFiles } = facts.value
    const plan = planConversion({ config, headers, quantization, ...given({ weightOrder, shardCap }) })
    if (!plan.ok) return fail({ kind: 'fault', fault: plan.failure })
    asked.onPlan(plan.value)
    const chat = chatConfig({
      ...{ config, quantization, tokenizer, generation, tokenizerFiles: tokenizerFiles.map(({ name }) => name) },
      ...given({ contextWindow, prefillChunk }),
    })
    const weights = new Set(headers.map(({ file }) => file))
    const workbenchFolder = join(asked.to, scratchFolder)
    const ended = await runConversion(
      {
        ...{ source, workbench: openFolderWorkbench(workbenchFolder), convert: convertInline },
        ...{ newHasher: newNodeHasher, fileHashing: wasmFileHashing, finished: openFolderFinished(asked.to) },
      },
      plan.value,
      {
        model: asked.model,
        source: {
          ...{ repository: asked.repository, revision: asked.revision },
          files: files.filter(({ name }) => weights.has(name)),
        },
        documents: [{ name: 'mlc-chat-config.json', bytes: new TextEncoder().encode(chat) }, ...tokenizerFiles],
        ...{ signal, onProgress: asked.onProgress },
      },
    )
    if (ended.ok && ended.value.kind === 'complete') rmSync(workbenchFolder, { recursive: true })
    return ended
  } finally {
    await source.close()
  }
}

/** Whether a whole model lies in the folder: it has a manifest. */
export async function isWhole(folder: string): Promise<boolean> {
  return readFile(join(folder, manifestName)).then(
    () => true,
    () => false,
  )
}

/** Only the options that were given: an absent one means the default, `undefined` would be a value. */
function given<T extends object>(options: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]?: Exclude<T[Name], undefined>
  }
}

import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { quantizations } from '#converter/quantization.ts'
import { convertFolder, isWhole } from './convert-folder.ts'
import { sayFailure } from './say-fault.ts'

const usage = `npm run convert -- <folder> --quantization ${quantizations.join('|')} --out <folder>
  --model <name>          in the manifest; the output folder's name unless given
  --repository, --revision  where the weights were published, for the manifest
  --context-window <n>    tokens of a conversation (4096)
  --prefill-chunk <n>     tokens that the model's library takes at once (1024)
  --shard-cap <bytes>     at which a shard is closed (33554432)`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ quantization: { type: 'string' }, out: { type: 'string' }, model: { type: 'string' } },
    ...{ repository: { type: 'string' }, revision: { type: 'string' } },
    ...{ 'context-window': { type: 'string' }, 'prefill-chunk': { type: 'string' }, 'shard-cap': { type: 'string' } },
  },
})
const quantization = quantizations.find((name) => name === values.quantization)
const [from] = positionals
if (from === undefined || quantization === undefined || values.out === undefined) end(usage)
const to = resolve(values.out)
if (await isWhole(to)) end(`${to} holds a whole model; remove it first`)

const stop = new AbortController()
process.once('SIGINT', () => stop.abort())
const ended = await convertFolder({
  ...{ from: resolve(from), to, quantization, model: values.model ?? basename(to) },
  ...{ repository: values.repository, revision: values.revision, signal: stop.signal },
  ...{ contextWindow: count('context-window'), prefillChunk: count('prefill-chunk'), shardCap: count('shard-cap') },
  onPlan({ totals, shards, ignored }) {
    for (const { tensor, file } of ignored) process.stderr.write(`${file}: ${tensor} is not needed\n`)
    process.stderr.write(`${totals.tensors} tensors, ${totals.storedBytes} bytes in ${shards.length} shards\n`)
  },
  onProgress({ partsDone, parts, shardsDone, shards }) {
    process.stderr.write(`\rparts ${partsDone}/${parts}, shards ${shardsDone}/${shards} `)
  },
})
process.stderr.write('\n')
if (!ended.ok) end(sayFailure(ended.failure))
if (ended.value.kind === 'stopped') end('stopped; the same command goes on from here')

function count(name: 'context-window' | 'prefill-chunk' | 'shard-cap'): number | undefined {
  const text = values[name]
  if (text === undefined) return undefined
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number <= 0) end(`--${name} is not a count: ${text}`)
  return number
}

function end(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

import type { ConversionPlan } from './plan.ts'

/** The index of the shards, as WebLLM reads it; `md5s` by the shard's number. */
export function tensorCache(plan: ConversionPlan, md5s: readonly string[]): string {
  const { tensors, memoryBytes, parameters } = plan.totals
  const cache = {
    metadata: { ParamSize: tensors, ParamBytes: memoryBytes, BitsPerParam: (memoryBytes * 8) / parameters },
    records: plan.shards.map((shard) => ({
      dataPath: shard.name,
      format: 'raw-shard',
      nbytes: shard.bytes,
      records: shard.tensors.map(({ name, shape, dtype, bytes, offset }) => ({
        // The format is MLC's for every tensor, and means something for fp32 only: it is stored as bf16.
        ...{ name, shape, dtype, format: 'f32-to-bf16', nbytes: bytes, byteOffset: offset },
      })),
      md5sum: md5s[shard.index],
    })),
  }
  return `${JSON.stringify(cache, null, 1)}\n`
}

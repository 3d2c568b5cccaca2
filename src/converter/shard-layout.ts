/** A tensor as `tensor-cache.json` records it; `bytes` are those on disk. */
export interface TensorRecord {
  readonly name: string
  readonly shape: readonly number[]
  readonly dtype: 'uint32' | 'float16' | 'float32'
  readonly bytes: number
}

export interface PlannedShard {
  readonly index: number
  readonly name: string
  readonly bytes: number
  readonly tensors: readonly PlacedTensor[]
}

export interface PlacedTensor extends TensorRecord {
  readonly offset: number
}

/** MLC's own. */
export const defaultShardCap = 32 * 2 ** 20

/**
 * MLC's rule: a tensor that does not fit the open shard goes alone into a shard if it fills half of one, and otherwise
 * closes the open one. Tensors are never split, and a shard gets its number when it is closed.
 */
export function layOutShards(tensors: readonly TensorRecord[], cap: number): readonly PlannedShard[] {
  const shards: PlannedShard[] = []
  let open: PlacedTensor[] = []
  let pending = 0
  const close = (placed: readonly PlacedTensor[]): void => {
    if (placed.length === 0) return
    const index = shards.length
    const bytes = placed.reduce((sum, tensor) => sum + tensor.bytes, 0)
    shards.push({ index, name: `params_shard_${index}.bin`, bytes, tensors: placed })
  }
  for (const tensor of tensors) {
    if (pending + tensor.bytes >= cap) {
      if (2 * tensor.bytes >= cap) {
        close([{ ...tensor, offset: 0 }])
        continue
      }
      close(open)
      open = []
      pending = 0
    }
    open.push({ ...tensor, offset: pending })
    pending += tensor.bytes
  }
  close(open)
  return shards
}

import type { ShardDigests } from './conversion-ledger.ts'
import type { FileContent, NewHasher } from './conversion-ports.ts'
import type { Run } from './conversion-run.ts'
import { hasEnded } from './conversion-run.ts'
import type { PlannedShard } from './shard-layout.ts'

/** Bytes of a scratch file that are hashed at once. */
const hashedBytes = 4 * 2 ** 20

/** Finishes the shards that are whole and that no other lane has taken. */
export async function finishWhole<S, F>(run: Run<S, F>): Promise<void> {
  const { plan, ledger, finishing } = run
  const mine = plan.shards.filter(({ index }) => ledger.isWhole(index) && !finishing.has(index))
  for (const { index } of mine) finishing.add(index)
  for (const shard of mine) {
    if (hasEnded(run)) return
    await finish(run, shard)
  }
}

async function finish<S, F>(run: Run<S, F>, { index, name, bytes }: PlannedShard): Promise<void> {
  const { needs, order, ledger, scratch, journal } = run
  const file = await scratch.open(index)
  const content: FileContent = { bytes, read: (at, length) => file.read(at, length) }
  const { sha256, md5 } = await digestsOf(needs.newHasher, content)
  const promise = ledger.promiseOf(index)
  if (promise !== undefined && promise.sha256 !== sha256) {
    journal.note({ lost: index })
    run.failure = { kind: 'wrongHash', file: name }
    return
  }
  const put = await needs.finished.put({ name, bytes, sha256, md5 }, content)
  if (!put.ok) {
    run.failure = { kind: 'finished', file: name, failure: put.failure }
    return
  }
  journal.note({ shard: index, sha256, md5 })
  await scratch.remove(index)
  order.onProgress?.(ledger.progress())
}

async function digestsOf(newHasher: NewHasher, content: FileContent): Promise<ShardDigests> {
  const [sha256, md5] = [await newHasher('sha256'), await newHasher('md5')]
  for (let at = 0; at < content.bytes; at += hashedBytes) {
    const bytes = content.read(at, Math.min(hashedBytes, content.bytes - at))
    sha256.update(bytes)
    md5.update(bytes)
  }
  return { sha256: sha256.hex(), md5: md5.hex() }
}

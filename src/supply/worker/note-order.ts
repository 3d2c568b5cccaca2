import type { Workbench } from '#converter/conversion-ports.ts'
import type { OrderNote } from '../order-note.ts'
import { orderNoteName } from '../order-note.ts'
import type { SupplySource } from '../supply-port.ts'

/** Leaves beside the scratch files what was ordered, for a page that comes later. */
export async function noteOrder(
  workbench: Workbench,
  source: SupplySource,
  size: Pick<OrderNote, 'parts' | 'totalBytes'>,
): Promise<void> {
  const note: OrderNote = {
    ...{ format: 'munjin-order', version: 1, ...size },
    // Picked files cannot be kept: the student has to pick them again.
    source: source.kind === 'files' ? { kind: 'files' } : source,
  }
  const file = await workbench.open(orderNoteName)
  try {
    file.truncate(0)
    file.write(0, new TextEncoder().encode(JSON.stringify(note)))
    file.flush()
  } finally {
    file.close()
  }
}

/** The order is carried out: nobody needs to go on with it. */
export async function forgetOrder(workbench: Workbench): Promise<void> {
  await workbench.remove(orderNoteName)
}

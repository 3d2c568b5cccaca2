import type { Result } from '#lib/result.ts'
import { fail } from '#lib/result.ts'
import type { BuiltModel } from '#domain/models/built-model.ts'
import type { SupplyFailure } from '#domain/models/supply-failure.ts'
import type { SupplyOrder } from '../supply-port.ts'
import { convertModel } from './convert-model.ts'
import { copyModel } from './copy-model.ts'
import type { GetNeeds, Report } from './get-needs.ts'
import { forgetOrder } from './note-order.ts'
import { openSource } from './open-source.ts'

/** Carries out one order from beginning to end; begun before, it goes on where it was. */
export async function getModel(
  order: SupplyOrder,
  needs: GetNeeds,
  report: Report,
  signal: AbortSignal,
): Promise<Result<BuiltModel, SupplyFailure>> {
  report.stage('asking')
  const opened = await openSource(order.source, needs, report, signal)
  if (!opened.ok) return fail(opened.failure)
  const got = await (opened.value.kind === 'safetensors'
    ? convertModel(order, opened.value, needs, report, signal)
    : copyModel(order, opened.value, needs, report, signal))
  if (got.ok) await forgetOrder(needs.workbench)
  return got
}

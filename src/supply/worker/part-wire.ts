import type { Result } from '#lib/result.ts'
import type { ConversionFault } from '#domain/models/conversion-fault.ts'
import type { ConversionPart, ShardWrite } from '#converter/conversion-part.ts'

export interface PartRequest {
  readonly job: number
  readonly part: ConversionPart
  readonly bytes: Uint8Array<ArrayBuffer>
}

export interface PartAnswer {
  readonly job: number
  readonly result: Result<readonly ShardWrite[], ConversionFault>
}

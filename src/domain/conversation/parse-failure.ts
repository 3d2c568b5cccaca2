import * as v from 'valibot'
import type { ModelFailure, ModelFailureKind } from '../models/failure.ts'

type FieldsOf<K extends ModelFailureKind> = Omit<Extract<ModelFailure, { readonly kind: K }>, 'kind'>

/** The fields of every kind of failure; a new kind without its line here does not compile. */
const failureFields = {
  noWebGpu: {},
  noAdapter: {},
  adapterTooSmall: { limit: v.string(), needed: v.number(), available: v.number() },
  lacksFeature: { feature: v.string() },
  outOfMemory: {},
  deviceLost: {},
  offline: { file: v.string() },
  fileMissing: { file: v.string(), status: v.number() },
  fileDamaged: { file: v.string() },
  madeFilesLost: { files: v.array(v.string()) },
  loadedElsewhere: {},
  takenOver: {},
  storageFull: { neededBytes: v.number() },
  storageUnavailable: { detail: v.string() },
  promptTooLong: { contextWindow: v.number() },
  notLoaded: {},
  workerDied: {},
  unexpected: { detail: v.string() },
} as const satisfies {
  readonly [K in ModelFailureKind]: { readonly [F in keyof FieldsOf<K>]: v.GenericSchema<FieldsOf<K>[F]> }
}

/** A kept failure. One that is not understood any more is still a failure: an answer is not lost over it. */
export function parseFailure(found: Readonly<Record<string, unknown>>): ModelFailure {
  const kind = String(found['kind'])
  if (isFailureKind(kind)) {
    const fields: v.ObjectEntries = failureFields[kind]
    const parsed = v.safeParse(v.object({ kind: v.literal(kind), ...fields }), found)
    // The table above gives each kind exactly its own fields.
    if (parsed.success) return parsed.output as ModelFailure
  }
  return { kind: 'unexpected', detail: kind }
}

function isFailureKind(kind: string): kind is ModelFailureKind {
  return Object.hasOwn(failureFields, kind)
}

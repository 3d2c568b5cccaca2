import catalogue from '../../model-config/catalogue.json' with { type: 'json' }
import { parseCatalogue } from '#domain/models/model-record.ts'
import type { ModelRecord } from '#domain/models/model-record.ts'

/** The embedded model's record, read as the app reads it. */
export function embeddedModel(): ModelRecord {
  const parsed = parseCatalogue(catalogue)
  if (!parsed.ok) throw new Error(parsed.failure)
  const model = parsed.value.find(({ role }) => role === 'demonstration')
  if (model === undefined) throw new Error('The catalogue has no demonstration model.')
  return model
}

import { parseSettings } from '#domain/settings/settings.ts'
import type { Settings } from '#domain/settings/settings.ts'
import type { Schema } from '../envelope.ts'

export const settingsSchema: Schema<Settings> = { kind: 'settings', lifts: [], parse: parseSettings }

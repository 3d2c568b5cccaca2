import type { laterEn } from '../en/later-en.ts'
import type { Words } from '../words.ts'
import { fit } from './fit.ts'
import { supply } from './supply.ts'

export const laterKo = { fit, supply } satisfies Words<typeof laterEn>

import type { laterEn } from '../en/later-en.ts'
import type { Words } from '../words.ts'
import { exporting } from './exporting.ts'
import { fit } from './fit.ts'
import { lost } from './lost.ts'
import { storage } from './storage.ts'
import { supply } from './supply.ts'

export const laterKo = { exporting, fit, lost, storage, supply } satisfies Words<typeof laterEn>

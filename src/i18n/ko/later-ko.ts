import type { laterEn } from '../en/later-en.ts'
import type { Words } from '../words.ts'
import { aids } from './aids.ts'
import { ask } from './ask.ts'
import { banks } from './banks.ts'
import { exporting } from './exporting.ts'
import { fit } from './fit.ts'
import { lost } from './lost.ts'
import { privacy } from './privacy.ts'
import { progress } from './progress.ts'
import { quiz } from './quiz.ts'
import { review } from './review.ts'
import { settings } from './settings.ts'
import { storage } from './storage.ts'
import { supply } from './supply.ts'

export const laterKo = {
  aids,
  ask,
  banks,
  exporting,
  fit,
  lost,
  privacy,
  progress,
  quiz,
  review,
  settings,
  storage,
  supply,
} satisfies Words<typeof laterEn>

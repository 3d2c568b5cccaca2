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

/** Sentences that only rooms off the first screen speak; they are fetched with such a room. */
export const laterEn = {
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
} as const

import { fit } from './fit.ts'
import { supply } from './supply.ts'

/** Sentences that only rooms off the first screen speak; they are fetched with such a room. */
export const laterEn = { fit, supply } as const

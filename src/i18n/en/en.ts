import { app } from './app.ts'
import { common } from './common.ts'
import { failure } from './failure.ts'
import { models } from './models.ts'
import { notice } from './notice.ts'
import { today } from './today.ts'

/** Every sentence of the app in English, the language that the others are checked against. */
export const en = { app, common, failure, models, notice, today } as const

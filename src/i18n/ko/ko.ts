import { app } from './app.ts'
import { common } from './common.ts'
import { failure } from './failure.ts'
import { models } from './models.ts'
import { notice } from './notice.ts'
import { today } from './today.ts'

import type { en } from '../en/en.ts'
import type { Words } from '../words.ts'

export const ko = { app, common, failure, models, notice, today } satisfies Words<typeof en>

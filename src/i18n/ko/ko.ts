import { app } from './app.ts'
import { ask } from './ask.ts'
import { common } from './common.ts'
import { failure } from './failure.ts'
import { models } from './models.ts'
import { notice } from './notice.ts'
import { privacy } from './privacy.ts'
import { quiz } from './quiz.ts'
import { settings } from './settings.ts'
import { today } from './today.ts'

import type { en } from '../en/en.ts'
import type { Words } from '../words.ts'

export const ko = { app, ask, common, failure, models, notice, privacy, quiz, settings, today } satisfies Words<
  typeof en
>

import type { ComponentType, LazyExoticComponent } from 'react'
import { lazy } from 'react'
import { learnLaterSentences } from '#i18n/translator.ts'

/** A screen that is fetched when it is first entered, together with the sentences that a first visit does without. */
export function lazyScreen<Props>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    const [screen] = await Promise.all([load(), learnLaterSentences()])
    return { default: screen }
  })
}

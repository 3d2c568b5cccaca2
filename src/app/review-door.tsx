import { ReviewScreen } from '#features/review/review-screen.tsx'
import type { Composition } from './composition.ts'
import { memoryOf } from './memory-composition.ts'

export function ReviewDoor({ stores }: { readonly stores: Composition }) {
  return <ReviewScreen memory={memoryOf(stores)} />
}

import { ProgressScreen } from '#features/progress/progress-screen.tsx'
import type { Composition } from './composition.ts'
import { memoryOf } from './memory-composition.ts'

export function ProgressDoor({ stores }: { readonly stores: Composition }) {
  return <ProgressScreen memory={memoryOf(stores)} />
}

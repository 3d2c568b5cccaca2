import { CircleStop, Scissors, TriangleAlert, Unplug } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Ending } from '#domain/conversation/ending.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Chip } from '#ui/chip.tsx'
import { endingWords } from './ending-words.ts'

type Remarkable = Exclude<Ending['kind'], 'complete'>

const icons: Readonly<Record<Remarkable, ReactNode>> = {
  stopped: <CircleStop aria-hidden />,
  interrupted: <Unplug aria-hidden />,
  lengthReached: <Scissors aria-hidden />,
  contextFull: <Scissors aria-hidden />,
  failed: <TriangleAlert aria-hidden />,
}

/** How an answer ended, where it is not simply complete. */
export function EndingBadge({ ending }: { readonly ending: Ending }) {
  const { t } = useTranslate()
  if (ending.kind === 'complete') return null
  return (
    <Chip tone={ending.kind === 'stopped' ? 'quiet' : 'doubt'} icon={icons[ending.kind]}>
      {t(endingWords[ending.kind])}
    </Chip>
  )
}

import type { QuizSession } from '#domain/quiz/session.ts'
import { showsKeyAtOnce } from '#domain/quiz/session.ts'
import type { Quiz } from '#stores/quiz.ts'
import { FinishDialog } from './finish-dialog.tsx'
import { HandInDialog } from './hand-in-dialog.tsx'

export interface EndDialogProps {
  readonly quiz: Quiz
  readonly session: QuizSession
  readonly open: boolean
  readonly onClose: () => void
}

/** Asks before a session ends, or before a block of it is handed in. */
export function EndDialog({ quiz, session, open, onClose }: EndDialogProps) {
  if (showsKeyAtOnce(session)) {
    const unanswered = session.items.filter(({ kind }) => kind === 'open').length
    return <FinishDialog open={open} unanswered={unanswered} onClose={onClose} onFinish={() => quiz.finish()} />
  }
  const closeAnd = (act: () => void): void => {
    onClose()
    act()
  }
  return (
    <HandInDialog
      open={open}
      session={session}
      onGo={(index) => closeAnd(() => quiz.goTo(index))}
      onHandIn={() => closeAnd(() => quiz.handIn())}
      onClose={onClose}
    />
  )
}

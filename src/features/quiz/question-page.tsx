import type { ModelFailure } from '#domain/models/failure.ts'
import type { QuizSession } from '#domain/quiz/session.ts'
import { currentItem, isFinished } from '#domain/quiz/session.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Quiz } from '#stores/quiz.ts'
import type { Explaining } from '#stores/quiz-state.ts'
import { Button } from '#ui/button.tsx'
import { Page } from '#ui/page.tsx'
import type { ReactNode } from 'react'
import { use, useEffect, useRef, useState } from 'react'
import { Announcer } from './announcer.tsx'
import { FinishDialog } from './finish-dialog.tsx'
import { GradedAnswer } from './graded-answer.tsx'
import { ItemNavigator } from './item-navigator.tsx'
import { KeyGuide } from './key-guide.tsx'
import { OpenAnswer } from './open-answer.tsx'
import styles from './question-page.module.css'
import { QuestionSheet } from './question-sheet.tsx'
import { Shortcut, ShortcutsOn } from './shortcut.tsx'
import { useQuizKeys } from './use-quiz-keys.ts'

export interface QuestionPageProps {
  readonly quiz: Quiz
  readonly session: QuizSession
  readonly explaining: Explaining
  readonly renderFailure: (failure: ModelFailure) => ReactNode
  readonly notices: ReactNode
}

export function QuestionPage({ quiz, session, explaining, renderFailure, notices }: QuestionPageProps) {
  const { t } = useTranslate()
  const [asksToFinish, setAsksToFinish] = useState(false)
  const areKeysOn = use(ShortcutsOn)
  const item = currentItem(session)
  useQuizKeys(quiz, item.question.options.length)
  const { sheet, verdict } = useReadingPlace(session.current, item.kind)
  const total = session.items.length
  const isLast = session.current === total - 1
  const unanswered = session.items.filter((one) => one.kind === 'open').length
  const finish = (): void => {
    if (isFinished(session)) quiz.finish()
    else setAsksToFinish(true)
  }
  return (
    <Page
      title={t('quiz.question.title', { number: session.current + 1, total })}
      actions={
        <>
          <Button size="small" variant="quiet" onClick={() => quiz.leave()}>
            {t('quiz.question.leave')}
          </Button>
          <Button size="small" onClick={finish}>
            {t('quiz.question.finish')}
          </Button>
        </>
      }
    >
      {notices}
      <ItemNavigator session={session} onGo={(index) => quiz.goTo(index)} />
      <div key={session.current} className={styles['item']}>
        <QuestionSheet question={item.question} ref={sheet} />
        {item.kind === 'open' ? (
          <OpenAnswer quiz={quiz} item={item} />
        ) : (
          <GradedAnswer
            quiz={quiz}
            item={item}
            explaining={explaining}
            renderFailure={renderFailure}
            headingRef={verdict}
          />
        )}
        <Announcer item={item} explaining={explaining} />
      </div>
      <div className={styles['turns']}>
        <Button
          disabled={session.current === 0}
          aria-keyshortcuts={areKeysOn ? 'P' : undefined}
          onClick={() => quiz.previous()}
        >
          {t('quiz.question.previous')}
          <Shortcut keys="P" />
        </Button>
        {isLast && isFinished(session) ? (
          <Button variant="primary" onClick={() => quiz.finish()}>
            {t('quiz.question.toResult')}
          </Button>
        ) : (
          <Button
            variant={item.kind === 'graded' ? 'primary' : 'plain'}
            disabled={isLast}
            aria-keyshortcuts={areKeysOn ? 'N' : undefined}
            onClick={() => quiz.next()}
          >
            {t('quiz.question.next')}
            <Shortcut keys="N" />
          </Button>
        )}
      </div>
      <KeyGuide optionCount={item.question.options.length} />
      <FinishDialog
        open={asksToFinish}
        unanswered={unanswered}
        onClose={() => setAsksToFinish(false)}
        onFinish={() => quiz.finish()}
      />
    </Page>
  )
}

/** Where reading goes on: at the question when another one is shown, at the verdict when this one was graded. */
function useReadingPlace(index: number, kind: 'open' | 'graded') {
  const sheet = useRef<HTMLElement>(null)
  const verdict = useRef<HTMLHeadingElement>(null)
  const before = useRef<{ readonly index: number; readonly kind: 'open' | 'graded' } | null>(null)
  useEffect(() => {
    const was = before.current
    before.current = { index, kind }
    if (was?.index !== index) sheet.current?.focus()
    else if (was.kind !== kind) verdict.current?.focus()
  }, [index, kind])
  return { sheet, verdict }
}

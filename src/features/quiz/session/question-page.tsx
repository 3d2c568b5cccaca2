import type { ModelFailure } from '#domain/models/failure.ts'
import type { QuizSession } from '#domain/quiz/session.ts'
import {
  allowsGlossary,
  currentBlock,
  currentItem,
  isFinished,
  numberOf,
  showsKeyAtOnce,
} from '#domain/quiz/session.ts'
import { isResting } from '#domain/quiz/session-time.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Quiz } from '#stores/quiz.ts'
import type { Explaining } from '#stores/quiz-state.ts'
import type { Reference } from '#stores/reference.ts'
import { Button } from '#ui/button.tsx'
import { Page } from '#ui/page.tsx'
import type { ReactNode } from 'react'
import { useRef, useState } from 'react'
import { AidsMargin } from '../aids/aids-margin.tsx'
import type { AidsOpen, ChangeAids } from '../aids/aids-open.ts'
import { GlossarySwitch } from '../aids/glossary-switch.tsx'
import { TermsOn, useTerms } from '../aids/terms.tsx'
import { EndDialog } from './end-dialog.tsx'
import { ItemNavigator } from './item-navigator.tsx'
import { KeyGuide } from './key-guide.tsx'
import { NotePad } from './note-pad.tsx'
import { QuestionItem } from './question-item.tsx'
import type { SheetSize } from './sheet-size-buttons.tsx'
import styles from './question-page.module.css'
import { RestCover } from './rest-cover.tsx'
import { SessionBar } from './session-bar.tsx'
import { useStemSelection } from './stem-selection.ts'
import { TurnButtons } from './turn-buttons.tsx'
import { useQuizKeys } from './use-quiz-keys.ts'
import { useTicking } from './use-ticking.ts'

export interface QuestionPageProps {
  readonly quiz: Quiz
  readonly session: QuizSession
  readonly explaining: Explaining
  readonly renderFailure: (failure: ModelFailure) => ReactNode
  readonly notices: ReactNode
  readonly size: SheetSize
  readonly onSize: (size: SheetSize) => void
  readonly reference: Reference
  readonly aids: AidsOpen
  readonly onAids: ChangeAids
}

/** A question among those of its block, or what covers it while the time rests. */
export function QuestionPage(props: QuestionPageProps) {
  const { quiz, session, explaining, renderFailure, notices, size, onSize, reference, aids, onAids } = props
  const { t, language } = useTranslate()
  // Of which block it is asked: time may be up meanwhile, and the next one is not asked about.
  const [asked, setAsked] = useState<number | null>(null)
  const stem = useRef<HTMLParagraphElement>(null)
  const selected = useStemSelection(stem)
  const highlight = (): void => {
    if (selected === null) return
    quiz.highlight(selected)
    document.getSelection()?.removeAllRanges()
  }
  useQuizKeys(quiz, session, highlight)
  useTicking(quiz)
  const offersTerms = allowsGlossary(session)
  const terms = useTerms(reference, offersTerms ? aids.terms : 'off')
  const isCovered = isResting(session)
  const asksToEnd = asked === session.block && !isCovered
  const item = currentItem(session)
  const block = currentBlock(session)
  const place = { number: numberOf(session, session.current), total: block.count }
  const end = (): void => {
    if (isFinished(session)) quiz.finish()
    else setAsked(session.block)
  }
  return (
    <Page
      title={
        block.name === null
          ? t('quiz.question.title', place)
          : t('quiz.question.titleNamed', { ...place, name: block.name[language] })
      }
      actions={
        isCovered ? undefined : (
          <>
            <Button size="small" variant="quiet" onClick={() => quiz.leave()}>
              {t('quiz.question.leave')}
            </Button>
            <Button size="small" onClick={end}>
              {t(showsKeyAtOnce(session) ? 'quiz.question.finish' : 'quiz.question.handIn')}
            </Button>
          </>
        )
      }
      margin={
        isCovered ? undefined : (
          <AidsMargin
            {...{ reference, aids }}
            onChange={onAids}
            notePad={<NotePad key={session.current} note={item.work.note} onWrite={(text) => quiz.note(text)} />}
          />
        )
      }
      marginLabel={t('aids.title')}
      marginOpenLabel={t('aids.open')}
      closeLabel={t('common.close')}
    >
      {/* First, so that a dialog has closed before what takes its place takes the focus. */}
      <EndDialog quiz={quiz} session={session} open={asksToEnd} onClose={() => setAsked(null)} />
      {notices}
      {isCovered ? (
        <RestCover quiz={quiz} session={session} />
      ) : (
        <div className={styles['question']}>
          <SessionBar {...{ quiz, session, selected, size, onSize }} onHighlight={highlight} />
          <ItemNavigator session={session} onGo={(index) => quiz.goTo(index)} />
          {offersTerms && (
            <GlossarySwitch
              {...{ reference, shown: aids.terms }}
              onChange={(terms) => onAids((before) => ({ ...before, terms }))}
            />
          )}
          <TermsOn value={terms}>
            <QuestionItem
              {...{ quiz, item, size, stem, explaining, renderFailure }}
              key={session.current}
              mode={session.mode}
            />
          </TermsOn>
          <TurnButtons quiz={quiz} session={session} onEnd={end} />
          <KeyGuide session={session} />
        </div>
      )}
    </Page>
  )
}

import { CornerDownRight, FastForward, RotateCw } from 'lucide-react'
import { memo, useMemo } from 'react'
import type { Attempt } from '#domain/conversation/attempt.ts'
import { canContinueWith, isMovingAttempt } from '#domain/conversation/attempt.ts'
import { readAnswer } from '#domain/conversation/thought.ts'
import type { ModelRecord } from '#domain/models/model-record.ts'
import { useTranslate } from '#i18n/translator.ts'
import { AiLabel } from '#ui/ai-label.tsx'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Waiting } from '#ui/waiting.tsx'
import { AnswerFacts } from './answer-facts.tsx'
import { AnswerText } from './answer-text.tsx'
import type { TurnVerbs } from './ask-verbs.ts'
import styles from './attempt-view.module.css'
import { CopyButtons } from './copy-buttons.tsx'
import { EndingBadge } from './ending-badge.tsx'
import { ReasoningView } from './reasoning-view.tsx'

export interface AttemptViewProps {
  readonly attempt: Attempt
  readonly question: string
  /** Whether this is the newest attempt at the newest question, which can still be worked on. */
  readonly isNewest: boolean
  readonly model: ModelRecord | null
  readonly verbs: TurnVerbs
}

/** One attempt: reasoning, answer, how it ended, and what can be done about it. */
export const AttemptView = memo(function AttemptView(props: AttemptViewProps) {
  const { attempt, question, isNewest, model, verbs } = props
  const { t } = useTranslate()
  const trace = useMemo(() => readAnswer(attempt.text), [attempt.text])
  const { status } = attempt.answer
  const isStreaming = status === 'streaming'
  const answer = trace.answer.trim()
  const isThinking = isStreaming && trace.voice === 'reasoning'
  return (
    <div className={styles['attempt']}>
      {attempt.leftOut > 0 && <Notice tone="doubt">{t('ask.turn.leftOut', { count: attempt.leftOut })}</Notice>}
      {trace.reasoning.trim() !== '' && (
        <ReasoningView
          text={trace.reasoning}
          isRunning={isThinking}
          isClosed={trace.reasoningClosed}
          tookMs={attempt.thoughtMs}
        />
      )}
      {status === 'waiting' && <Waiting label={t('ask.state.waiting')} />}
      {isStreaming && attempt.text === '' && <Waiting label={t('ask.state.reading')} />}
      {answer !== '' && (
        <div className={styles['answer']}>
          <AiLabel>{t('common.aiLabel')}</AiLabel>
          <AnswerText text={answer} isStreaming={isStreaming} />
        </div>
      )}
      <Ended {...props} />
      <div className={styles['actions']}>
        {isThinking && (
          <Button size="small" icon={<FastForward />} onClick={verbs.answerNow}>
            {t('ask.action.answerNow')}
          </Button>
        )}
        {isNewest && status === 'ended' && attempt.answer.ending.kind !== 'failed' && (
          <GoOn attempt={attempt} model={model} verbs={verbs} />
        )}
        {!isMovingAttempt(attempt) && attempt.text !== '' && (
          <CopyButtons question={question} reasoning={trace.reasoning} answer={answer} />
        )}
      </div>
    </div>
  )
})

function Ended({ attempt, isNewest, model, verbs }: AttemptViewProps) {
  const { t } = useTranslate()
  if (attempt.answer.status !== 'ended') return null
  const { ending, usage } = attempt.answer
  return (
    <>
      <EndingBadge ending={ending} />
      {ending.kind === 'contextFull' && <p className={styles['hint']}>{t('ask.contextFull')}</p>}
      {ending.kind === 'failed' &&
        verbs.renderFailure(
          ending.failure,
          isNewest ? <GoOn attempt={attempt} model={model} verbs={verbs} /> : undefined,
        )}
      <AnswerFacts provenance={attempt.provenance} usage={usage} model={model} />
    </>
  )
}

/** What can still be made of an answer that has ended. */
function GoOn({ attempt, model, verbs }: Pick<AttemptViewProps, 'attempt' | 'model' | 'verbs'>) {
  const { t } = useTranslate()
  if (model === null) return null
  const canContinue = canContinueWith(attempt, model)
  return (
    <>
      {canContinue && (
        <Button size="small" icon={<CornerDownRight />} onClick={verbs.continueAnswer}>
          {t('ask.action.continue')}
        </Button>
      )}
      <Button size="small" variant={canContinue ? 'quiet' : 'plain'} icon={<RotateCw />} onClick={verbs.regenerate}>
        {t('ask.action.regenerate')}
      </Button>
    </>
  )
}

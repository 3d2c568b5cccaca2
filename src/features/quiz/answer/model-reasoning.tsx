import type { ModelFailure } from '#domain/models/failure.ts'
import type { GradedItem } from '#domain/quiz/session.ts'
import type { Trace } from '#domain/trace/trace.ts'
import { readTrace } from '#domain/trace/trace.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Explaining } from '#stores/quiz-state.ts'
import { AiLabel } from '#ui/ai-label.tsx'
import { Button } from '#ui/button.tsx'
import { Markdown, preloadMarkdown } from '#ui/markdown.tsx'
import { Notice } from '#ui/notice.tsx'
import { StreamedFold } from '#ui/streamed-fold.tsx'
import { Waiting } from '#ui/waiting.tsx'
import { Square } from 'lucide-react'
import type { ReactNode } from 'react'
import { useEffect, useMemo, useRef } from 'react'
import { EndedExplanation } from './ended-explanation.tsx'
import styles from './model-reasoning.module.css'
import { stageWords } from './model-stage.ts'

export interface ModelReasoningProps {
  /** Only a graded item has a key to hold the model against. */
  readonly item: GradedItem
  readonly explaining: Explaining
  readonly level: 2 | 3
  readonly renderFailure: (failure: ModelFailure) => ReactNode
  readonly onExplain: () => void
  readonly onStop: () => void
  readonly onAnswerNow: () => void
}

/** What a model makes of an item whose key is known: asked for, streaming, or as it ended. */
export function ModelReasoning(props: ModelReasoningProps) {
  const { item, explaining, level, renderFailure, onExplain } = props
  const { t } = useTranslate()
  const Heading = `h${level}` as const
  const mine = explaining.kind !== 'idle' && explaining.attemptId === item.attemptId ? explaining : null
  const running = mine?.kind === 'running' ? mine : null
  const explanation = running === null ? item.explanation : null
  const ended = useMemo(
    () => (explanation === null ? null : readTrace(explanation.text, explanation.format)),
    [explanation],
  )
  const trace = running?.trace ?? ended
  const heading = useFocusWhenOver(running !== null)
  return (
    <section className={styles['model']}>
      <div className={styles['head']}>
        <Heading ref={heading} tabIndex={-1}>
          {t('quiz.model.title')}
        </Heading>
        {trace !== null && <AiLabel>{t('common.aiLabel')}</AiLabel>}
      </div>
      <p className={styles['quiet']}>{t('quiz.model.lead')}</p>
      {mine?.kind === 'noModel' && (
        <Notice tone="doubt" live title={t('quiz.model.noModelTitle')}>
          <p>{t('quiz.model.noModel')}</p>
          {renderFailure({ kind: 'notLoaded' })}
        </Notice>
      )}
      {mine?.kind === 'failed' && renderFailure(mine.failure)}
      {running !== null && <RunningControls {...props} running={running} />}
      {trace !== null && <Writing trace={trace} isLive={running !== null} />}
      {explanation !== null && (
        <EndedExplanation item={item} explanation={explanation} level={level} renderFailure={renderFailure} />
      )}
      {running === null && (
        <div className={styles['actions']}>
          <Button variant={item.explanation === null ? 'primary' : 'plain'} onClick={onExplain}>
            {t(item.explanation === null ? 'quiz.model.ask' : 'quiz.model.askAgain')}
          </Button>
          {mine === null && explaining.kind === 'running' && (
            <p className={styles['quiet']}>{t('quiz.model.busyElsewhere')}</p>
          )}
        </div>
      )}
    </section>
  )
}

/** The buttons of a running answer go when it ends; whoever was on one of them goes on from the heading. */
function useFocusWhenOver(isRunning: boolean) {
  const heading = useRef<HTMLHeadingElement>(null)
  const wasRunning = useRef(isRunning)
  useEffect(() => {
    const isOver = wasRunning.current && !isRunning
    wasRunning.current = isRunning
    if (isOver && document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [isRunning])
  return heading
}

interface RunningControlsProps extends ModelReasoningProps {
  readonly running: Extract<Explaining, { readonly kind: 'running' }>
}

function RunningControls({ running, onStop, onAnswerNow }: RunningControlsProps) {
  const { t } = useTranslate()
  const canHurry = running.stage === 'writing' && running.trace.voice === 'reasoning'
  return (
    <div className={styles['actions']}>
      <Waiting label={t(stageWords(running))} />
      <Button size="small" icon={<Square aria-hidden />} aria-disabled={running.wish === 'stop'} onClick={onStop}>
        {t('quiz.model.stop')}
      </Button>
      {canHurry && (
        <Button size="small" aria-disabled={running.wish !== 'none'} onClick={onAnswerNow}>
          {t('quiz.model.answerNow')}
        </Button>
      )}
    </div>
  )
}

/** Reasoning and answer, apart. */
function Writing({ trace, isLive }: { readonly trace: Trace; readonly isLive: boolean }) {
  const { t } = useTranslate()
  useEffect(preloadMarkdown, [])
  const answer = trace.answer.trim()
  const reasoning = trace.reasoning.trim()
  return (
    <>
      {reasoning !== '' && (
        <StreamedFold
          summary={t('quiz.model.trace')}
          text={reasoning}
          isLive={isLive}
          label={t('quiz.model.trace')}
          foldLabel={t('common.fold')}
        />
      )}
      {!isLive && reasoning === '' && <p className={styles['quiet']}>{t('quiz.model.noReasoning')}</p>}
      {answer !== '' && (
        <div className={styles['answer']}>
          <p className={styles['label']}>{t('quiz.model.answer')}</p>
          <Markdown text={answer} />
        </div>
      )}
      {!isLive && answer === '' && <p className={styles['quiet']}>{t('quiz.model.noAnswer')}</p>}
    </>
  )
}

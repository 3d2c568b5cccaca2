import { useCallback, useMemo } from 'react'
import type { ReactNode } from 'react'
import type { Conversation } from '#domain/conversation/conversation.ts'
import { lastAttempt, lastTurn } from '#domain/conversation/conversation.ts'
import type { ModelFailure } from '#domain/models/failure.ts'
import type { Question } from '#domain/question-bank/question.ts'
import { questionText } from '#domain/question-bank/question.ts'
import { useTranslate } from '#i18n/translator.ts'
import { useSelected } from '#stores/readonly-store.ts'
import type { Composition } from './composition.ts'
import { FailureNotice } from './failure-notice.tsx'
import { lazyScreen } from './lazy-screen.ts'
import { StartModel } from './start-model.tsx'
import { useRestart } from './use-restart.ts'

const AskScreen = lazyScreen(async () => (await import('#features/ask/ask-screen.tsx')).AskScreen)

/** Questions of the sample bank that an empty conversation offers, since the embedded model can do them. */
const exampleKinds = ['diagnosis', 'treatment'] as const

export function AskDoor({ stores }: { readonly stores: Composition }) {
  const { language } = useTranslate()
  const { models, settings } = stores
  const { status, records } = useSelected(models.state, (state) => state)
  const ask = useSelected(settings.state, (state) => state.settings.ask)
  const bank = useSelected(stores.quiz.state, (state) => state.bank)
  const failureIsShown = useSelected(stores.conversations.state, ({ open }) => lastEndingFailed(open))
  const restart = useRestart(models)
  const model = status.kind === 'ready' ? (records.find(({ id }) => id === status.modelId) ?? null) : null
  const examples = useMemo(() => {
    if (bank.kind !== 'ready') return []
    const own = bank.bank.questions.filter((question) => question.language === language)
    return exampleKinds.flatMap((kind) => {
      const question = own.find((candidate) => candidate.kind === kind)
      return question === undefined ? [] : [{ label: question.leadIn, question: withOptions(question) }]
    })
  }, [bank, language])
  const renderFailure = useCallback(
    (failure: ModelFailure, actions?: ReactNode) => (
      <FailureNotice failure={failure} restart={restart} actions={actions} />
    ),
    [restart],
  )
  return (
    <AskScreen
      conversations={stores.conversations}
      model={model}
      notReady={<StartModel models={models} isExplained={failureIsShown} />}
      examples={examples}
      settings={ask}
      onSettings={(changed) => void settings.change({ ask: changed })}
      renderFailure={renderFailure}
    />
  )
}

/** Whether the open conversation's last answer says itself that it failed. */
function lastEndingFailed(open: Conversation | null): boolean {
  const turn = open === null ? undefined : lastTurn(open)
  if (turn === undefined) return false
  const { answer } = lastAttempt(turn)
  return answer.status === 'ended' && answer.ending.kind === 'failed'
}

function withOptions(question: Question): string {
  return [questionText(question), ...question.options.map(({ label, text }) => `${label}. ${text}`)].join('\n')
}

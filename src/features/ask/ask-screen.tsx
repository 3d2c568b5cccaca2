import { Download, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useMemo, useState } from 'react'
import type { AskSettings } from '#domain/conversation/ask-settings.ts'
import { askOptions } from '#domain/conversation/ask-settings.ts'
import { isMoving, lastTurn, titleOf } from '#domain/conversation/conversation.ts'
import type { ModelRecord } from '#domain/models/model-record.ts'
import { useTranslate } from '#i18n/translator.ts'
import * as select from '#stores/conversations-state.ts'
import type { Conversations } from '#stores/conversations.ts'
import { useSelected } from '#stores/readonly-store.ts'
import { Button } from '#ui/button.tsx'
import { LiveRegion } from '#ui/live-region.tsx'
import { Page } from '#ui/page.tsx'
import { fileName, saveText } from '#ui/save-text.ts'
import { UndoBar } from '#ui/undo-bar.tsx'
import { AskSettingsDialog } from './ask-settings-dialog.tsx'
import type { RenderFailure, TurnVerbs } from './ask-verbs.ts'
import { Composer } from './composer.tsx'
import { ContextMeter } from './context-meter.tsx'
import { contextIn } from './context-use.ts'
import type { ListVerbs } from './conversation-list.tsx'
import { ConversationList } from './conversation-list.tsx'
import { conversationText } from './conversation-text.ts'
import type { AskExample } from './empty-state.tsx'
import { EmptyState } from './empty-state.tsx'
import { ModelNotice } from './model-notice.tsx'
import { StorageNotice } from './storage-notice.tsx'
import { TurnView } from './turn-view.tsx'
import { useAnnouncement } from './use-announcement.ts'
import { usePagePinnedToEnd } from '#ui/use-pinned-to-end.ts'

export interface AskScreenProps {
  readonly conversations: Conversations
  /** The model that would answer now; null while none is ready. */
  readonly model: ModelRecord | null
  /** Stands where a question is sent, while no model is ready. */
  readonly notReady: ReactNode
  readonly examples: readonly AskExample[]
  readonly settings: AskSettings
  readonly onSettings: (settings: AskSettings) => void
  /** Best the same function from drawing to drawing: finished answers are drawn again when it changes. */
  readonly renderFailure: RenderFailure
}

/** Free questions: conversations with the model, and the list of them. */
export function AskScreen(props: AskScreenProps) {
  const { conversations, model, notReady, examples, settings, onSettings, renderFailure } = props
  const { t, language } = useTranslate()
  const { state } = conversations
  const open = useSelected(state, select.selectOpen)
  const draft = useSelected(state, select.selectDraft)
  const trouble = useSelected(state, select.selectTrouble)
  const [isSettling, setSettling] = useState(false)
  const announcement = useAnnouncement(open)
  const options = useMemo(() => askOptions(settings, language), [settings, language])

  const turnVerbs = useMemo<TurnVerbs>(
    () => ({
      answerNow: () => conversations.answerNow(),
      continueAnswer: () => void conversations.continueAnswer(options),
      regenerate: () => void conversations.regenerate(options),
      editQuestion: (turn, text) => void conversations.editQuestion(turn, text, options),
      renderFailure,
    }),
    [conversations, options, renderFailure],
  )
  const composerVerbs = useMemo(
    () => ({
      onDraft: (text: string) => conversations.setDraft(text),
      onStop: () => conversations.stop(),
      onSettings: () => setSettling(true),
      onAsk: (text: string) => {
        conversations.setDraft('')
        void conversations.ask(text, options)
      },
    }),
    [conversations, options],
  )

  const turn = open === null ? undefined : lastTurn(open)
  const isAnswering = open !== null && isMoving(open)
  usePagePinnedToEnd(open?.turns.length ?? 0, isAnswering)

  return (
    <Page
      title={t('ask.title')}
      lead={t('ask.lead')}
      actions={
        open !== null && (
          <>
            <Button
              variant="quiet"
              icon={<Download />}
              onClick={() => {
                saveText(fileName(titleOf(open) ?? '', 'md'), conversationText(open, t, language), 'text/markdown')
              }}
            >
              {t('ask.save')}
            </Button>
            <Button icon={<Plus />} onClick={() => conversations.openNew()}>
              {t('ask.newConversation')}
            </Button>
          </>
        )
      }
      margin={<ListMargin conversations={conversations} />}
      marginLabel={t('ask.list.label')}
      marginOpenLabel={t('ask.list.open')}
      closeLabel={t('common.close')}
    >
      {trouble !== null && <StorageNotice trouble={trouble} />}
      {model !== null && <ModelNotice model={model} />}
      {open === null ? (
        <EmptyState examples={examples} onChoose={composerVerbs.onDraft} />
      ) : (
        open.turns.map((shown) => (
          <TurnView
            key={`${open.id} ${shown.id}`}
            turn={shown}
            isLast={shown === turn}
            model={model}
            verbs={turnVerbs}
          />
        ))
      )}
      {open !== null && <ContextMeter conversation={open} />}
      <Composer
        {...composerVerbs}
        draft={draft}
        isMoving={isAnswering}
        previous={turn?.question ?? null}
        notReady={model === null ? notReady : null}
      />
      <AskSettingsDialog
        open={isSettling}
        onClose={() => setSettling(false)}
        settings={settings}
        onChange={onSettings}
        contextWindow={(open === null ? null : contextIn(open))?.size ?? largestContext(model)}
      />
      <LiveRegion message={announcement === null ? '' : t(announcement)} />
    </Page>
  )
}

/** The list and, for a while after a removal, the way back. */
function ListMargin({ conversations }: { readonly conversations: Conversations }) {
  const { t } = useTranslate()
  const { state } = conversations
  const removed = useSelected(state, select.selectRemoved)
  const verbs = useMemo<ListVerbs>(
    () => ({
      open: (id) => conversations.open(id),
      rename: (id, title) => void conversations.rename(id, title),
      remove: (id) => conversations.remove(id),
      search: (query) => conversations.search(query),
      setAside: (id) => void conversations.setAside(id),
    }),
    [conversations],
  )
  return (
    <>
      <ConversationList
        list={useSelected(state, select.selectList)}
        unreadable={useSelected(state, select.selectUnreadable)}
        search={useSelected(state, select.selectSearch)}
        openId={useSelected(state, select.selectOpenId)}
        isReady={useSelected(state, select.selectIsReady)}
        verbs={verbs}
      />
      {removed !== null && (
        <UndoBar
          key={removed.id}
          message={t('ask.list.removed', { title: titleOf(removed) ?? t('ask.untitled') })}
          undoLabel={t('common.undo')}
          onUndo={() => conversations.undoRemove()}
          onDismiss={() => void conversations.forgetRemoved()}
          dismissLabel={t('common.close')}
        />
      )}
    </>
  )
}

/** In tokens, for limits of fields; the largest of our presets where no model is ready. */
function largestContext(model: ModelRecord | null): number {
  return Math.max(...(model?.contextWindow.presets ?? [32_768]))
}

import { lazy, use } from 'react'
import { useTranslate } from '#i18n/translator.ts'
import { answeredCount } from '#domain/quiz/session.ts'
import { TodayScreen } from '#features/today/today-screen.tsx'
import { browserTraffic } from '#platform/browser-traffic.ts'
import { useSelected } from '#stores/readonly-store.ts'
import { LinkButton } from '#ui/link-button.tsx'
import { Page } from '#ui/page.tsx'
import { AskDoor } from './ask-door.tsx'
import type { Composition } from './composition.ts'
import { embeddedModel } from './composition.ts'
import { supplyOf } from './later.ts'
import { lazyScreen } from './lazy-screen.ts'
import { QuizDoor } from './quiz-door.tsx'
import { version } from '../../package.json' with { type: 'json' }

const ModelsDoor = lazy(async () => ({ default: (await import('./models-door.tsx')).ModelsDoor }))
const CardDoor = lazy(async () => ({ default: (await import('./card-door.tsx')).CardDoor }))
const StorageDoor = lazy(async () => ({ default: (await import('./storage-door.tsx')).StorageDoor }))
const PrivacyScreen = lazyScreen(async () => (await import('#features/privacy/privacy-screen.tsx')).PrivacyScreen)
const BanksDoor = lazyScreen(async () => (await import('./banks-door.tsx')).BanksDoor)
const ReviewDoor = lazyScreen(async () => (await import('./review-door.tsx')).ReviewDoor)
const ProgressDoor = lazyScreen(async () => (await import('./progress-door.tsx')).ProgressDoor)
const SettingsScreen = lazyScreen(async () => (await import('#features/settings/settings-screen.tsx')).SettingsScreen)

/** The screen that an address names. */
export function Screen({ location, stores }: { readonly location: string; readonly stores: Composition }) {
  const [, room = '', detail] = location.split('/')
  switch (room) {
    case '':
      return <Today stores={stores} />
    case 'ask':
      return <AskDoor stores={stores} />
    case 'quiz':
      return <QuizDoor stores={stores} />
    case 'review':
      return <ReviewDoor stores={stores} />
    case 'progress':
      return <ProgressDoor stores={stores} />
    case 'banks':
      return <BanksDoor stores={stores} />
    case 'models':
      return detail === undefined ? <Models stores={stores} /> : <Card id={detail} stores={stores} />
    case 'storage':
      return <Storage stores={stores} />
    case 'privacy':
      return <Privacy />
    case 'settings':
      return <SettingsDoor stores={stores} />
    default:
      return <Missing address={location} />
  }
}

function Today({ stores }: { readonly stores: Composition }) {
  const { settings } = useSelected(stores.settings.state, (state) => state)
  const quiz = useSelected(stores.quiz.state, (state) => state)
  const list = useSelected(stores.conversations.state, (state) => state.list)
  const model = embeddedModel(stores.models.state.getState().records)
  const session =
    quiz.place.kind === 'start' ? quiz.place.resumable : quiz.place.kind === 'session' ? quiz.place.session : null
  const attempts = quiz.past.events.filter((event) => event.kind === 'attempt')
  return (
    <TodayScreen
      unfinished={session === null ? null : { done: answeredCount(session), total: session.items.length }}
      attempts={{ count: attempts.length, correct: attempts.filter(({ correct }) => correct).length }}
      lastConversation={list[0]?.title ?? null}
      conditions={model.knowledge?.conditions ?? 0}
      noticeAccepted={settings.noticeAccepted}
      onAcceptNotice={() => void stores.settings.change({ noticeAccepted: true })}
      onStart={() => {
        if (stores.models.state.getState().status.kind === 'idle') void stores.models.start()
        if (session !== null && quiz.place.kind === 'start') stores.quiz.resume()
        window.location.hash = '#/quiz'
      }}
    />
  )
}

function Models({ stores }: { readonly stores: Composition }) {
  const supply = use(supplyOf(stores.models, stores.lastStartFailed))
  return <ModelsDoor models={stores.models} supply={supply} readText={stores.files.readText} />
}

function Card({ id, stores }: { readonly id: string; readonly stores: Composition }) {
  const records = useSelected(stores.models.state, (state) => state.records)
  const { supply } = use(supplyOf(stores.models, stores.lastStartFailed))
  return (
    <CardDoor
      {...{ id, records, supply }}
      readText={stores.files.readText}
      missing={<Missing address={`/models/${id}`} />}
    />
  )
}

function Storage({ stores }: { readonly stores: Composition }) {
  const { supply } = use(supplyOf(stores.models, stores.lastStartFailed))
  return <StorageDoor models={stores.models} supply={supply} />
}

function Privacy() {
  return (
    <PrivacyScreen
      policy={browserTraffic.policy()}
      origin={browserTraffic.origin}
      requests={browserTraffic.requests}
      downloads={browserTraffic.downloads}
    />
  )
}

function SettingsDoor({ stores }: { readonly stores: Composition }) {
  const { settings } = useSelected(stores.settings.state, (state) => state)
  return (
    <SettingsScreen
      settings={settings}
      onChange={(changes) => void stores.settings.change(changes)}
      version={version}
      offline={stores.update.state().offline}
    />
  )
}

function Missing({ address }: { readonly address: string }) {
  const { t } = useTranslate()
  return (
    <Page title={t('app.missing.title')} lead={t('app.missing.body', { address })}>
      <p>
        <LinkButton href="#/">{t('app.missing.back')}</LinkButton>
      </p>
    </Page>
  )
}

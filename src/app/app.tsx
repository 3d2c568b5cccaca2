import { Box, House, ListChecks, MessageSquareText, Repeat2, Settings2, ShieldCheck } from 'lucide-react'
import { Suspense, use, useEffect, useRef, useSyncExternalStore } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import { useTranslate } from '#i18n/translator.ts'
import { useSelected } from '#stores/readonly-store.ts'
import { BrandMark } from '#ui/brand-mark.tsx'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Shell } from '#ui/shell.tsx'
import type { Composition } from './composition.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { lostModelsOf } from './later.ts'
import { ModelChip } from './model-chip.tsx'
import { Screen } from './screens.tsx'

const doors = [
  { path: '/', key: 'today', icon: <House /> },
  { path: '/quiz', key: 'quiz', icon: <ListChecks /> },
  { path: '/review', key: 'review', icon: <Repeat2 /> },
  { path: '/ask', key: 'ask', icon: <MessageSquareText /> },
  { path: '/models', key: 'models', icon: <Box /> },
  { path: '/privacy', key: 'privacy', icon: <ShieldCheck /> },
  { path: '/settings', key: 'settings', icon: <Settings2 /> },
] as const

/** The frame and, inside it, the screen that the address names. */
export function App(stores: Composition) {
  const { t } = useTranslate()
  const [location] = useHashLocation()
  const update = useSyncExternalStore(
    (listener) => stores.update.subscribe(listener),
    () => stores.update.state(),
  )
  const { trouble } = useSelected(stores.settings.state, (state) => state)
  useFocusOnNewScreen(location)
  return (
    <Shell
      items={doors.map(({ path, key, icon }) => ({
        href: `#${path}`,
        label: t(`app.nav.${key}`),
        icon,
        current: path === '/' ? location === '/' : location.startsWith(path),
      }))}
      navLabel={t('app.navigation')}
      brand={<BrandMark name={t('common.appName')} />}
      chip={<ModelChip models={stores.models} />}
      skipLabel={t('app.skip')}
    >
      {update.newVersionWaits && (
        <Notice
          tone="info"
          live
          actions={<Button onClick={() => stores.update.openNewVersion()}>{t('app.update.action')}</Button>}
        >
          {t('app.update.body')}
        </Notice>
      )}
      {trouble !== null && (
        <Notice tone="doubt" live>
          {t(`app.storageTrouble.${trouble.kind}`)}
        </Notice>
      )}
      <Suspense>
        <LostModels {...stores} />
      </Suspense>
      <ErrorBoundary key={location}>
        <Suspense>
          <Screen location={location} stores={stores} />
        </Suspense>
      </ErrorBoundary>
    </Shell>
  )
}

function LostModels(stores: Composition) {
  return use(lostModelsOf(stores))
}

/** A new screen begins at its top, for the eye and for the screen reader; the first one is left as the page loaded it. */
function useFocusOnNewScreen(location: string): void {
  const shown = useRef(location)
  useEffect(() => {
    if (shown.current === location) return
    shown.current = location
    document.getElementById('main')?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [location])
}

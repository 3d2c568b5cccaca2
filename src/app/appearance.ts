import type { Settings } from '#domain/settings/settings.ts'
import { changeLanguage, currentLanguage, translate } from '#i18n/translator.ts'
import type { SettingsStore } from '#stores/settings.ts'

/** Keeps `<html>` and the translator as the settings say, from now on. */
export function followAppearance(store: SettingsStore): void {
  apply(store.state.getState().settings)
  store.state.subscribe(({ settings }) => apply(settings))
}

function apply({ language, theme, textSize }: Settings): void {
  const html = document.documentElement
  html.dataset['textSize'] = textSize
  if (theme === 'system') delete html.dataset['theme']
  else html.dataset['theme'] = theme
  void changeLanguage(language).then(() => {
    html.lang = currentLanguage()
    document.title = translate(currentLanguage(), 'common.appName')
  })
}

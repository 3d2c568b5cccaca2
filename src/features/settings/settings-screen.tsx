import type { Settings } from '#domain/settings/settings.ts'
import { languageNames, languages } from '#i18n/language.ts'
import { useTranslate } from '#i18n/translator.ts'
import { LinkButton } from '#ui/link-button.tsx'
import { Page } from '#ui/page.tsx'
import { RadioRow } from '#ui/radio-row.tsx'
import { SwitchField } from '#ui/switch-field.tsx'
import styles from './settings-screen.module.css'

export interface SettingsScreenProps {
  readonly settings: Settings
  readonly onChange: (changes: Partial<Settings>) => void
  readonly version: string
  readonly offline: 'ready' | 'preparing' | 'unsupported'
}

const themes = ['system', 'light', 'dark'] as const
const textSizes = ['small', 'normal', 'large', 'larger'] as const

export function SettingsScreen({ settings, onChange, version, offline }: SettingsScreenProps) {
  const { t } = useTranslate()
  return (
    <Page title={t('settings.title')}>
      <div className={styles['fields']}>
        <RadioRow
          label={t('settings.language')}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
          value={settings.language}
          onChange={(language) => onChange({ language })}
        />
        <RadioRow
          label={t('settings.theme')}
          options={themes.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
          value={settings.theme}
          onChange={(theme) => onChange({ theme })}
        />
        <RadioRow
          label={t('settings.textSize')}
          options={textSizes.map((value) => ({ value, label: t(`settings.textSizes.${value}`) }))}
          value={settings.textSize}
          onChange={(textSize) => onChange({ textSize })}
        />
        <SwitchField
          label={t('settings.startsModel')}
          detail={t('settings.startsModelDetail')}
          checked={settings.startsModel}
          onChange={(startsModel) => onChange({ startsModel })}
        />
        <SwitchField
          label={t('settings.quizShortcuts')}
          detail={t('settings.quizShortcutsDetail')}
          checked={settings.quizShortcuts}
          onChange={(quizShortcuts) => onChange({ quizShortcuts })}
        />
        <div className={styles['storage']}>
          <p>{t('settings.storageDetail')}</p>
          <LinkButton href="#/storage">{t('common.storage')}</LinkButton>
        </div>
      </div>
      <section className={styles['about']}>
        <h2>{t('settings.about')}</h2>
        <p>{t('settings.version', { version })}</p>
        <p>
          {t('settings.install')}: {t(`app.offline.${offline}`)}
        </p>
        <p>{t('settings.licence')}</p>
      </section>
    </Page>
  )
}

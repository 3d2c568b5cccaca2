import { ListChecks, MessageSquareText } from 'lucide-react'
import { useTranslate } from '#i18n/translator.ts'
import { Button } from '#ui/button.tsx'
import { LinkButton } from '#ui/link-button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import styles from './today-screen.module.css'

export interface TodayScreenProps {
  /** A session that was left in the middle. */
  readonly unfinished: { readonly done: number; readonly total: number } | null
  readonly attempts: { readonly count: number; readonly correct: number }
  readonly lastConversation: string | null
  /** Conditions that the embedded model knows. */
  readonly conditions: number
  readonly noticeAccepted: boolean
  readonly onAcceptNotice: () => void
  /** Gets the embedded model ready and goes to the questions. */
  readonly onStart: () => void
}

/** What is due and where one stopped; for a newcomer three sentences, the notice, and one button. */
export function TodayScreen(props: TodayScreenProps) {
  const { unfinished, attempts, lastConversation, noticeAccepted } = props
  const { t } = useTranslate()
  const isNew = attempts.count === 0 && unfinished === null && lastConversation === null
  return (
    <Page title={isNew ? t('common.appName') : t('today.title')}>
      {isNew && (
        <div className={styles['welcome']}>
          <p>{t('today.welcome.first')}</p>
          <p>{t('today.welcome.second')}</p>
          <p>{t('today.welcome.third')}</p>
        </div>
      )}
      {!noticeAccepted && (
        <Notice
          tone="doubt"
          title={t('notice.title')}
          actions={<Button onClick={props.onAcceptNotice}>{t('notice.accept')}</Button>}
        >
          <p>{t('notice.intendedUse')}</p>
          <p>{t('notice.demonstration', { count: props.conditions })}</p>
        </Notice>
      )}
      <div className={styles['doors']}>
        <Button variant="primary" icon={<ListChecks aria-hidden />} onClick={props.onStart}>
          {unfinished === null ? t('today.start') : t('today.resume')}
        </Button>
        <LinkButton href="#/ask" icon={<MessageSquareText aria-hidden />}>
          {t('today.ask')}
        </LinkButton>
      </div>
      {!isNew && (
        <ul className={styles['facts']}>
          {unfinished !== null && <li>{t('today.resumeDetail', unfinished)}</li>}
          {attempts.count > 0 && <li>{t('today.attempts', attempts)}</li>}
          {lastConversation !== null && <li>{t('today.lastConversation', { title: lastConversation })}</li>}
        </ul>
      )}
    </Page>
  )
}

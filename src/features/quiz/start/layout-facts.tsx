import type { Certainty, ExamLayout } from '#domain/exam/exam-layout.ts'
import { itemsOf, itemsOfSession } from '#domain/exam/exam-layout.ts'
import type { PlainKey } from '#i18n/translator.ts'
import { useTranslate } from '#i18n/translator.ts'
import { percent } from '#lib/percent.ts'
import styles from './layout-facts.module.css'

const doubtWords = {
  inferred: 'quiz.mock.inferred',
  notFound: 'quiz.mock.notFound',
} as const satisfies Record<Exclude<Certainty, 'stated'>, PlainKey>

/** From the best known to the least. */
const byDoubt: readonly Certainty[] = ['stated', 'inferred', 'notFound']

/** How an examination is put together, with how well each figure is known and where that comes from. */
export function LayoutFacts({ layout }: { readonly layout: ExamLayout }) {
  const { t, language } = useTranslate()
  const { passRule, sessions, breakMinutes } = layout
  return (
    <div className={styles['facts']}>
      <table className={styles['table']}>
        <caption>{t('quiz.mock.caption', { count: itemsOf(layout) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('quiz.mock.session')}</th>
            <th scope="col">{t('quiz.mock.items')}</th>
            <th scope="col">{t('quiz.mock.minutes')}</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.id}>
              <th scope="row">
                {session.name[language]}
                <span className={styles['sections']}>
                  {session.sections.map(({ name }) => name[language]).join(', ')}
                </span>
              </th>
              <td>
                <Figure
                  value={session.sections.length === 0 ? '–' : String(itemsOfSession(session))}
                  certainty={leastSure(session.sections.map(({ certainty }) => certainty))}
                />
              </td>
              <td>
                <Figure value={String(session.minutes)} certainty={session.minutesCertainty} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {passRule === null
          ? t('quiz.mock.noRule')
          : passRule.perSubject === null
            ? t('quiz.mock.ruleTotal', { total: percent(passRule.total) })
            : t('quiz.mock.rule', { total: percent(passRule.total), each: percent(passRule.perSubject) })}
      </p>
      {breakMinutes !== null && <p>{t('quiz.mock.breaks', { minutes: breakMinutes })}</p>}
      <p className={styles['quiet']}>{layout.note[language]}</p>
      <p className={styles['quiet']}>{t('quiz.mock.source', { source: layout.source[language] })}</p>
    </div>
  )
}

function Figure({ value, certainty }: { readonly value: string; readonly certainty: Certainty }) {
  const { t } = useTranslate()
  return (
    <>
      {value}
      {certainty !== 'stated' && <span className={styles['doubt']}>{t(doubtWords[certainty])}</span>}
    </>
  )
}

function leastSure(certainties: readonly Certainty[]): Certainty {
  return byDoubt.findLast((one) => certainties.includes(one)) ?? 'notFound'
}

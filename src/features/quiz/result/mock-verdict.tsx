import type { ExamLayouts, PassRule } from '#domain/exam/exam-layout.ts'
import { passProbability } from '#domain/exam/pass-probability.ts'
import type { Judged, PassVerdict } from '#domain/exam/pass-verdict.ts'
import { judge } from '#domain/exam/pass-verdict.ts'
import type { QuizSession } from '#domain/quiz/session.ts'
import { askedItems } from '#domain/quiz/summary.ts'
import { useTranslate } from '#i18n/translator.ts'
import { percent } from '#lib/percent.ts'
import type { Quiz } from '#stores/quiz.ts'
import { Chip } from '#ui/chip.tsx'
import { classNames } from '#ui/class-names.ts'
import { CircleCheck, OctagonX } from 'lucide-react'
import styles from './mock-verdict.module.css'
import table from './result-table.module.css'
import { WithLayouts } from '../with-layouts.tsx'

export interface MockVerdictProps {
  readonly quiz: Quiz
  readonly session: QuizSession
  readonly layoutId: string
}

/** Whether a mock was passed by the rule of the examination that it imitates. */
export function MockVerdict({ quiz, session, layoutId }: MockVerdictProps) {
  const { t } = useTranslate()
  const judged = ({ layouts }: ExamLayouts) => {
    const rule = layouts.find(({ id }) => id === layoutId)?.passRule ?? null
    return rule === null ? <p>{t('quiz.judge.noRule')}</p> : <Judgement rule={rule} session={session} />
  }
  return <WithLayouts quiz={quiz} render={judged} />
}

function Judgement({ rule, session }: { readonly rule: PassRule; readonly session: QuizSession }) {
  const { t, language } = useTranslate()
  const asked = askedItems(session).map(({ examSubject, correct }) => ({ section: examSubject ?? '', correct }))
  const verdict = judge(rule, asked)
  const Icon = verdict.passed ? CircleCheck : OctagonX
  return (
    <section className={styles['verdict']}>
      <h2 className={classNames(styles['word'], styles[verdict.passed ? 'passed' : 'failed'])}>
        <Icon aria-hidden />
        {t(verdict.passed ? 'quiz.judge.passed' : 'quiz.judge.failed')}
      </h2>
      <table className={table['table']}>
        <caption className="sr-only">{t('quiz.judge.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('quiz.judge.subject')}</th>
            <th scope="col">{t('quiz.judge.needed')}</th>
            <th scope="col">{t('quiz.judge.reached')}</th>
            <th scope="col">{t('quiz.judge.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          <Row name={t('quiz.judge.total')} judged={verdict.total} failWord={t('quiz.judge.short')} />
          {verdict.subjects.map(({ subject, ...judged }) => (
            <Row
              key={subject.id}
              name={subject.name[language]}
              judged={judged}
              failWord={t('quiz.judge.subjectFailed')}
            />
          ))}
        </tbody>
      </table>
      {verdict.subjects.length > 0 && (
        <p className={styles['quiet']}>{t('quiz.judge.probability', { percent: probability(rule, verdict) })}</p>
      )}
      <p className={styles['quiet']}>{t('quiz.judge.caution')}</p>
    </section>
  )
}

interface RowProps {
  readonly name: string
  readonly judged: Judged
  readonly failWord: string
}

function Row({ name, judged: { tally, needed, isEnough }, failWord }: RowProps) {
  const { t } = useTranslate()
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{needed}</td>
      <td>{t('progress.counts', tally)}</td>
      <td>
        <Chip tone={isEnough ? 'right' : 'wrong'}>{isEnough ? t('quiz.judge.enough') : failWord}</Chip>
      </td>
    </tr>
  )
}

/** In words, since the ends of the scale are never reached. */
function probability(rule: PassRule, { subjects }: PassVerdict): string {
  const evidence = subjects.map(({ tally }) => ({ items: tally.answered, ...tally }))
  const share = percent(passProbability(evidence, rule))
  return share < 1 ? '< 1' : share > 99 ? '> 99' : String(share)
}

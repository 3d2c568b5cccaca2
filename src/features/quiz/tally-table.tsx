import type { Tally } from '#domain/quiz/summary.ts'
import { useTranslate } from '#i18n/translator.ts'
import styles from './tally-table.module.css'

export interface TallyTableProps {
  readonly caption: string
  readonly groups: readonly { readonly name: string; readonly tally: Tally }[]
}

/** Counts by group. No percentages: groups of a session are too small for them. */
export function TallyTable({ caption, groups }: TallyTableProps) {
  const { t } = useTranslate()
  return (
    <table className={styles['table']}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('quiz.result.group')}</th>
          <th scope="col">{t('quiz.result.right')}</th>
          <th scope="col">{t('quiz.result.answered')}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ name, tally }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{tally.right}</td>
            <td>{tally.answered}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

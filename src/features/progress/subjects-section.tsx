import type { SubjectOfPractice } from '#domain/memory/practice.ts'
import { shareRow } from '#i18n/share-row.ts'
import { subjectName } from '#i18n/subject-name.ts'
import { useTranslate } from '#i18n/translator.ts'
import { IntervalTable } from '#ui/interval-table.tsx'
import styles from './progress.module.css'

export function SubjectsSection({ subjects }: { readonly subjects: readonly SubjectOfPractice[] }) {
  const { t } = useTranslate()
  return (
    <section className={styles['section']} aria-labelledby="progress-subjects">
      <h2 id="progress-subjects">{t('progress.subjects.title')}</h2>
      {subjects.length === 0 ? (
        <p>{t('progress.subjects.nothing')}</p>
      ) : (
        <IntervalTable
          caption={t('progress.subjects.caption')}
          legend={t('progress.legend')}
          columns={[t('progress.subjects.subject'), t('progress.right'), t('progress.share')]}
          rows={subjects.flatMap(({ subject, ...counted }) =>
            shareRow(t, { key: subject, name: subjectName(t, subject) }, counted),
          )}
        />
      )}
    </section>
  )
}

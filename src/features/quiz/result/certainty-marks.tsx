import { certaintyMarks, marksFor } from '#domain/quiz/certainty-marking.ts'
import type { QuizItem } from '#domain/quiz/session.ts'
import { confidences } from '#domain/quiz/session.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { useState } from 'react'
import { confidenceWords } from '../quiz-words.ts'
import table from './result-table.module.css'

/** The session in certainty-based marks: what it would have been worth to say how sure one is, and be right about that. */
export function CertaintyMarks({ items }: { readonly items: readonly QuizItem[] }) {
  const { t } = useTranslate()
  const [isOpen, setOpen] = useState(false)
  return (
    <Disclosure summary={t('quiz.marking.summary', certaintyMarks(items))} open={isOpen} onToggle={setOpen}>
      {isOpen && (
        <>
          <p>{t('quiz.marking.note')}</p>
          <table className={table['table']}>
            <caption className="sr-only">{t('quiz.marking.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('progress.calibration.said')}</th>
                <th scope="col">{t('quiz.feedback.right')}</th>
                <th scope="col">{t('quiz.feedback.wrong')}</th>
              </tr>
            </thead>
            <tbody>
              {confidences.map((confidence) => (
                <tr key={confidence}>
                  <th scope="row">{t(confidenceWords[confidence])}</th>
                  <td>{marksFor[confidence].right}</td>
                  <td>{marksFor[confidence].wrong}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Disclosure>
  )
}

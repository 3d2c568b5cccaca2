import type { Question } from '#domain/question-bank/question.ts'
import type { Highlight } from '#domain/quiz/highlights.ts'
import { isHighlighted } from '#domain/quiz/highlights.ts'
import { sentencesOf } from '#domain/quiz/sentences.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { useState } from 'react'
import styles from './sentence-marks.module.css'

export interface SentenceMarksProps {
  readonly question: Question
  readonly marks: readonly Highlight[]
  readonly onToggle: (sentence: Highlight) => void
}

/** The sentences of a stem to mark one by one: the way to the marker for whoever cannot select text. */
export function SentenceMarks({ question, marks, onToggle }: SentenceMarksProps) {
  const { t } = useTranslate()
  const [isOpen, setOpen] = useState(false)
  return (
    <Disclosure summary={t('quiz.marks.bySentence')} open={isOpen} onToggle={setOpen}>
      {isOpen && (
        <ul className={styles['list']} lang={question.language}>
          {sentencesOf(question.stem, question.language).map((sentence) => (
            <li key={sentence.start}>
              <label className={styles['sentence']}>
                <input
                  type="checkbox"
                  checked={isHighlighted(marks, sentence)}
                  onChange={() => onToggle({ start: sentence.start, end: sentence.end })}
                />
                {sentence.text}
              </label>
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  )
}

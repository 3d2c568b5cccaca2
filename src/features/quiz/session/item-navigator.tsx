import type { QuizItem, QuizSession } from '#domain/quiz/session.ts'
import { currentBlock, numberOf } from '#domain/quiz/session.ts'
import type { PlainKey } from '#i18n/translator.ts'
import { useTranslate } from '#i18n/translator.ts'
import { classNames } from '#ui/class-names.ts'
import { Check, Flag, Minus, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import styles from './item-navigator.module.css'

export interface ItemNavigatorProps {
  readonly session: QuizSession
  readonly onGo: (index: number) => void
}

/** As many numbers stand in a row as the style sheet says. */
const columns = 10

/**
 * The numbers of a block's items, each with what became of it. It is one stop of the Tab key: the arrow keys move within it,
 * and only Enter turns to an item.
 */
export function ItemNavigator({ session, onGo }: ItemNavigatorProps) {
  const { t } = useTranslate()
  const { current } = session
  const { first, count } = currentBlock(session)
  const list = useRef<HTMLOListElement>(null)
  const [reached, setReached] = useState<number | null>(null)
  const focusable = reached !== null && reached >= first && reached < first + count ? reached : current

  useEffect(() => {
    const grid = list.current
    const shown = grid?.children[current - first]
    if (grid === null || !(shown instanceof HTMLElement)) return
    // Only the grid is scrolled: the page stays where its reader is.
    grid.scrollTop = shown.offsetTop - grid.offsetTop - (grid.clientHeight - shown.offsetHeight) / 2
  }, [current, first])

  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>, place: number): void => {
    const target = placeAfter(event.key, place, count)
    if (target === null) return
    event.preventDefault()
    setReached(first + target)
    list.current?.querySelectorAll('button')[target]?.focus()
  }

  return (
    <nav aria-label={t('quiz.question.navigator')}>
      <ol className={styles['grid']} ref={list}>
        {session.items.slice(first, first + count).map((item, place) => {
          const index = first + place
          const state = stateOf(item)
          const Sign = signs[state]
          return (
            <li key={item.question.id}>
              <button
                type="button"
                className={classNames(styles['item'], styles[state])}
                aria-current={index === current ? 'step' : undefined}
                tabIndex={index === focusable ? 0 : -1}
                onFocus={() => setReached(index)}
                onBlur={() => setReached(null)}
                onKeyDown={(event) => onKeyDown(event, place)}
                onClick={() => onGo(index)}
              >
                {numberOf(session, index)}
                <span className="sr-only">{t(stateWords[state])}</span>
                {Sign !== null && <Sign className={styles['sign']} strokeWidth={3} aria-hidden />}
                {item.work.isFlagged && (
                  <>
                    <Flag className={styles['flag']} strokeWidth={2.5} aria-hidden />
                    <span className="sr-only">{t('quiz.question.itemFlagged')}</span>
                  </>
                )}
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

type ItemState = 'open' | 'answered' | 'right' | 'wrong' | 'unanswered'

const stateWords = {
  open: 'quiz.question.itemOpen',
  answered: 'quiz.question.itemAnswered',
  right: 'quiz.question.itemRight',
  wrong: 'quiz.question.itemWrong',
  unanswered: 'quiz.question.itemUnanswered',
} as const satisfies Record<ItemState, PlainKey>

// An answered item is told by its ground and its border; what came of one by a shape.
const signs = { open: null, answered: null, right: Check, wrong: X, unanswered: Minus } as const

function stateOf(item: QuizItem): ItemState {
  switch (item.kind) {
    case 'open':
      return item.work.choice === null ? 'open' : 'answered'
    case 'graded':
      return item.correct ? 'right' : 'wrong'
    case 'unanswered':
      return 'unanswered'
  }
}

/** Where a key leads from a place among `count`; null where it leads nowhere. */
function placeAfter(key: string, place: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ...{ ArrowLeft: place - 1, ArrowRight: place + 1, ArrowUp: place - columns, ArrowDown: place + columns },
    ...{ Home: 0, End: count - 1 },
  }
  const target = steps[key]
  return target === undefined || target < 0 || target >= count ? null : target
}

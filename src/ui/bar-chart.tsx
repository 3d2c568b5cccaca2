import { useState } from 'react'
import styles from './bar-chart.module.css'
import { Disclosure } from './disclosure.tsx'

export interface Bar {
  readonly name: string
  readonly value: number
  /** How much of the value is filled; all of it where this is absent. */
  readonly part?: number
}

export interface BarChartProps {
  readonly caption: string
  /** What the picture shows, in a sentence, for whoever does not see it. */
  readonly summary: string
  /** Says how high the highest bar is. */
  readonly scale: string
  readonly bars: readonly Bar[]
  readonly tableLabel: string
  readonly columns: { readonly name: string; readonly value: string; readonly part?: string }
}

/** Width and height of the picture in its own units; it is stretched to its place. */
const step = 10
const height = 100

/** Counts as bars, and the same counts as a table. */
export function BarChart({ caption, summary, scale, bars, tableLabel, columns }: BarChartProps) {
  const [isOpen, setOpen] = useState(false)
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const heightOf = (value: number): number => (value / most) * height
  return (
    <figure className={styles['chart']}>
      <figcaption className={styles['caption']}>{caption}</figcaption>
      <p className={styles['scale']}>{scale}</p>
      <svg
        className={styles['plot']}
        viewBox={`0 0 ${bars.length * step} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={summary}
      >
        {bars.map(({ name, value, part = value }, index) => (
          <g key={name}>
            <rect className={styles['whole']} {...boxOf(index, heightOf(value))} />
            <rect className={styles['part']} {...boxOf(index, heightOf(part))} />
          </g>
        ))}
        <line className={styles['ground']} x1={0} x2={bars.length * step} y1={height} y2={height} />
      </svg>
      <p className={styles['ends']} aria-hidden>
        <span>{bars[0]?.name}</span>
        <span>{bars.at(-1)?.name}</span>
      </p>
      <Disclosure summary={tableLabel} open={isOpen} onToggle={setOpen}>
        <table className={styles['table']}>
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.name}</th>
              <th scope="col">{columns.value}</th>
              {columns.part !== undefined && <th scope="col">{columns.part}</th>}
            </tr>
          </thead>
          <tbody>
            {bars.map(({ name, value, part }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{value}</td>
                {columns.part !== undefined && <td>{part}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </figure>
  )
}

function boxOf(index: number, tall: number) {
  return { x: index * step + 1, y: height - tall, width: step - 2, height: tall }
}

import styles from './interval-table.module.css'

export interface IntervalRow {
  readonly key: string
  readonly name: string
  /** Shares in [0, 1]. */
  readonly share: number
  readonly low: number
  readonly high: number
  /** What the share is held against, if anything. */
  readonly mark?: number | null
  /** The same in words, a cell for each column beside the name. */
  readonly cells: readonly string[]
}

export interface IntervalTableProps {
  readonly caption: string
  /** Says what the lines of the picture mean. */
  readonly legend: string
  /** The first is that of the names. */
  readonly columns: readonly string[]
  readonly rows: readonly IntervalRow[]
}

/** Shares with their intervals, drawn from 0 to 100 % below each name; the cells beside say the same in words. */
export function IntervalTable({ caption, legend, columns, rows }: IntervalTableProps) {
  return (
    <table className={styles['table']}>
      <caption>
        <span className={styles['name']}>{caption}</span>
        <span className={styles['legend']}>{legend}</span>
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, cells, ...shares }) => (
          <tr key={key}>
            <th scope="row">
              {name}
              <IntervalPlot {...shares} />
            </th>
            {cells.map((cell, index) => (
              <td key={columns[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function IntervalPlot({ share, low, high, mark = null }: Omit<IntervalRow, 'key' | 'name' | 'cells'>) {
  return (
    <svg className={styles['plot']} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
      <path className={styles['axis']} d="M0 5H100M0 2V8M50 3V7M100 2V8" />
      <path className={styles['interval']} d={`M${low * 100} 5H${high * 100}`} />
      {mark !== null && <path className={styles['mark']} d={`M${mark * 100} 0V10`} />}
      <path className={styles['share']} d={`M${share * 100} 1V9`} />
    </svg>
  )
}

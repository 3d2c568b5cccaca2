import type { ColumnMapping, KeyReading, OptionColumns } from '#domain/importing/mapping.ts'
import type { Table } from '#domain/importing/table.ts'
import { indexOfLabel, splitOptions } from './labels.ts'
import { readKey } from './read-key.ts'

/** Names that columns go by, in the order of trust. Compared without case, spaces, hyphens and underscores. */
const names = {
  stem: [
    'stem',
    'vignette',
    'question',
    'questiontext',
    'prompt',
    'front',
    'text',
    'sent1',
    '문제',
    '문항',
    '질문',
    '지문',
    '증례',
  ],
  leadIn: ['leadin', 'ask', 'questionline', '발문'],
  key: [
    ...['answeridx', 'answerindex', 'correctanswer', 'correctoption', 'correctindex', 'answerkey', 'answers', 'answer'],
    ...['correct', 'key', 'cop', 'label', 'solution', '정답', '답', '답안'],
  ],
  explanation: [
    ...[
      'explanation',
      'exp',
      'rationale',
      'solutiontext',
      'cot',
      'extra',
      'extra1',
      'comment',
      'feedback',
      'longanswer',
    ],
    ...['해설', '설명', '풀이'],
  ],
  subject: ['subject', 'subjectname', 'specialty', 'category', 'deck', '과목', '분과'],
  tags: ['tags', 'tag', 'topic', 'topicname', 'keywords', '태그', '주제'],
  id: ['id', 'guid', 'qid', 'questionid', 'uid', '번호'],
  group: ['group', 'groupid', 'case', 'caseid', '묶음'],
  source: ['source', 'sources', 'exam', 'year', 'period', 'qnumber', '출처', '연도', '회차', '교시', '문항번호'],
} as const

/** Words that an option's column has before or around its letter or number: `optionA`, `opa`, `choice_1`, `Q_1`, `보기1`, `A`. */
const optionColumn =
  /^(?:options?|op|choices?|choice|distractor|q|answer|보기|선지|선택지|ending)?\.?_?([a-o]|\d{1,2}|[①-⑮])(?:\.text|\.value)?$/

/** What the columns of a table most likely are, from their names and the first rows. A person has the last word. */
export function proposeMapping(table: Table): ColumnMapping {
  const find = (wanted: readonly string[]): string | null =>
    wanted.flatMap((name) => table.columns.find((column) => plain(column) === name) ?? []).at(0) ?? null
  const stem = find(names.stem) ?? widestColumn(table)
  const options = proposeOptions(table, stem)
  const taken = options.kind === 'columns' ? options.columns : []
  const key = find(names.key.filter((name) => !taken.some((column) => plain(column) === name)))
  return {
    ...{ stem, leadIn: find(names.leadIn), options, key, keyReading: proposeReading(table, options, key) },
    ...{ explanation: find(names.explanation), subject: find(names.subject), tags: find(names.tags) },
    ...{ id: find(names.id), group: find(names.group) },
    source: names.source.flatMap((name) => table.columns.find((column) => plain(column) === name) ?? []),
  }
}

function plain(column: string): string {
  return column.toLowerCase().replaceAll(/[\s_-]/g, '')
}

/** Cells of the first rows, which is enough to guess by. */
function sample(table: Table, column: string | null): readonly string[] {
  const at = column === null ? -1 : table.columns.indexOf(column)
  return at < 0 ? [] : table.rows.slice(0, 200).map(({ cells }) => cells[at] ?? '')
}

function widestColumn(table: Table): string | null {
  const widths = table.columns.map((column) => sample(table, column).reduce((sum, cell) => sum + cell.length, 0))
  return table.columns[widths.indexOf(Math.max(...widths))] ?? null
}

function proposeOptions(table: Table, stem: string | null): OptionColumns {
  const numbered = table.columns.flatMap((column) => {
    const label = optionColumn.exec(column.toLowerCase().replaceAll(/[\s-]/g, ''))?.[1]
    const index = label === undefined ? null : /^\d+$/.test(label) ? Number(label) : indexOfLabel(label)
    return index === null ? [] : [{ column, index }]
  })
  const columns = numbered.sort((a, b) => a.index - b.index).map(({ column }) => column)
  if (columns.length >= 2) return { kind: 'columns', columns }
  const list = table.columns.find((column) => ['options', 'choices', '보기', '선지'].includes(plain(column)))
  if (list !== undefined) return { kind: 'list', column: list }
  const hasInStem = sample(table, stem).some((text) => splitOptions(text).options.length >= 2)
  return hasInStem || columns.length === 0 ? { kind: 'inStem' } : { kind: 'columns', columns }
}

/** How the keys of the sample are written. A few that make no sense do not change what the others mean. */
function proposeReading(table: Table, options: OptionColumns, key: string | null): KeyReading {
  const cells = sample(table, key).filter((cell) => cell.trim() !== '' && cell.trim() !== '-1')
  const count = options.kind === 'columns' ? options.columns.length : 0
  const mostAre = (holds: (cell: string) => boolean): boolean => cells.filter(holds).length >= cells.length * mostOf
  if (cells.length === 0) return 'letters'
  if (mostAre((cell) => /^[01]([\s,;]*[01])+$/.test(cell.trim()) && cell.replaceAll(/\D/g, '').length === count)) {
    return 'flags'
  }
  if (mostAre((cell) => /^[\d\s,;.]+$/.test(cell))) {
    const numbers = cells.flatMap((cell) => readKey(cell, 'from0', []) ?? [])
    // Exports of MedMCQA count `cop` from 0 in one place and from 1 in another; a 0 or the highest number tells which.
    if (numbers.includes(0)) return 'from0'
    return plain(key ?? '') === 'cop' && count > 0 && !numbers.includes(count) ? 'from0' : 'from1'
  }
  return mostAre((cell) => (readKey(cell, 'letters', [])?.length ?? 0) > 0) ? 'letters' : 'words'
}

const mostOf = 0.8

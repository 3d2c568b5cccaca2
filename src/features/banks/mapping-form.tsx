import type { TableLook } from '#domain/importing/look.ts'
import type { ColumnMapping, KeyReading, OptionColumns } from '#domain/importing/mapping.ts'
import { keyReadings } from '#domain/importing/mapping.ts'
import type { Translate } from '#i18n/translator.ts'
import { useTranslate } from '#i18n/translator.ts'
import { SelectField } from '#ui/select-field.tsx'
import styles from './banks.module.css'
import { readingWords } from './import-words.ts'

export interface MappingFormProps {
  readonly tables: readonly TableLook[]
  readonly choice: { readonly table: number; readonly mapping: ColumnMapping }
  readonly disabled: boolean
  readonly onChoose: (table: number, mapping: ColumnMapping) => void
}

/** Says of each column what it is. */
export function MappingForm({ tables, choice, disabled, onChoose }: MappingFormProps) {
  const { t } = useTranslate()
  const table = tables[choice.table]
  if (table === undefined) return null
  const { mapping } = choice
  const change = (parts: Partial<ColumnMapping>): void => onChoose(choice.table, { ...mapping, ...parts })
  const columns = table.columns.map((column, index) => ({ value: column, label: columnLabel(table, column, index) }))
  const orNone = [{ value: '', label: t('banks.mapping.none') }, ...columns]
  const field = (name: 'stem' | 'leadIn' | 'key' | 'explanation' | 'subject' | 'tags') => (
    <SelectField
      label={t(`banks.mapping.${name}`)}
      value={mapping[name] ?? ''}
      options={orNone}
      disabled={disabled}
      onChange={(column) => change({ [name]: column === '' ? null : column })}
    />
  )
  return (
    <fieldset className={styles['mapping']}>
      <legend>{t('banks.mapping.title')}</legend>
      <p className={styles['quiet']}>{t('banks.mapping.lead')}</p>
      <div className={styles['fields']}>
        {tables.length > 1 && (
          <SelectField
            label={t('banks.mapping.table')}
            value={`${choice.table}`}
            options={tables.map(({ name, rowCount }, index) => ({
              value: `${index}`,
              label: t('banks.mapping.tableName', {
                name: name === '' ? t('banks.mapping.unnamed', { number: index + 1 }) : name,
                count: rowCount,
              }),
            }))}
            disabled={disabled}
            onChange={(chosen) => {
              const next = tables[Number(chosen)]
              if (next !== undefined) onChoose(Number(chosen), next.proposed)
            }}
          />
        )}
        {field('stem')}
        {field('leadIn')}
        <OptionsField table={table} options={mapping.options} disabled={disabled} onChange={change} />
        {field('key')}
        <SelectField<KeyReading>
          label={t('banks.mapping.keyReading')}
          value={mapping.keyReading}
          options={keyReadings.map((reading) => ({ value: reading, label: t(readingWords[reading]) }))}
          disabled={disabled}
          onChange={(keyReading) => change({ keyReading })}
        />
        {field('explanation')}
        {field('subject')}
        {field('tags')}
      </div>
    </fieldset>
  )
}

/** Options stand in columns of their own, all in one, or in the question; which columns, their names have told. */
function OptionsField({
  table,
  options,
  disabled,
  onChange,
}: {
  readonly table: TableLook
  readonly options: OptionColumns
  readonly disabled: boolean
  readonly onChange: (parts: Partial<ColumnMapping>) => void
}) {
  const { t } = useTranslate()
  const guessed = table.proposed.options
  const choices: readonly OptionColumns[] = [
    ...(guessed.kind === 'columns' ? [guessed] : []),
    { kind: 'inStem' },
    ...table.columns.map((column) => ({ kind: 'list', column }) as const),
  ]
  return (
    <SelectField
      label={t('banks.mapping.options')}
      value={optionsValue(options)}
      options={choices.map((choice) => ({ value: optionsValue(choice), label: optionsLabel(t, choice) }))}
      disabled={disabled}
      onChange={(value) => {
        const chosen = choices.find((choice) => optionsValue(choice) === value)
        if (chosen !== undefined) onChange({ options: chosen })
      }}
    />
  )
}

function optionsValue(options: OptionColumns): string {
  return options.kind === 'list' ? `list ${options.column}` : options.kind
}

function optionsLabel(t: Translate, options: OptionColumns): string {
  switch (options.kind) {
    case 'columns':
      return t('banks.mapping.optionsInColumns', { count: options.columns.length, names: options.columns.join(', ') })
    case 'list':
      return t('banks.mapping.optionsInList', { name: options.column })
    case 'inStem':
      return t('banks.mapping.optionsInStem')
  }
}

/** A column's name with what stands in it, since names alone often say nothing. */
function columnLabel({ samples }: TableLook, column: string, index: number): string {
  const sample = samples[index] ?? ''
  return sample === '' ? column : `${column} (${sample.slice(0, 24)}${sample.length > 24 ? '…' : ''})`
}

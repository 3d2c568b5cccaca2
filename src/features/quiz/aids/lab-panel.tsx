import { useDeferredValue, useId, useMemo, useState } from 'react'
import type { Analyte, LabValues, UnitSystem } from '#domain/reference/lab-values.ts'
import { unitSystems } from '#domain/reference/lab-values.ts'
import { indexAnalytes, searchAnalytes } from '#domain/reference/search-analytes.ts'
import { useTranslate } from '#i18n/translator.ts'
import { LiveRegion } from '#ui/live-region.tsx'
import { RadioRow } from '#ui/radio-row.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { AnalyteEntry } from './analyte-entry.tsx'
import styles from './lab-panel.module.css'
import { LabSources } from './lab-sources.tsx'

/** The table of reference values beside a question: searched by name, in either system of units, each value with its source. */
export function LabPanel({ values }: { readonly values: LabValues }) {
  const { t, language } = useTranslate()
  const hintId = useId()
  const [query, setQuery] = useState('')
  const [group, setGroup] = useState('')
  const [units, setUnits] = useState<UnitSystem>('conventional')
  const index = useMemo(() => indexAnalytes(values), [values])
  // The field answers at once; the long list may follow a moment later.
  const wanted = useDeferredValue(query)
  const found = useMemo(
    () => searchAnalytes(index, wanted).filter((analyte) => group === '' || analyte.group === group),
    [index, wanted, group],
  )
  const count = t('aids.lab.found', { count: found.length })
  return (
    <section className={styles['panel']} aria-label={t('aids.lab.title')}>
      <p className={styles['notice']}>{values.notice[language]}</p>
      <TextField
        {...{ type: 'search', label: t('aids.lab.search'), value: query, onChange: setQuery }}
        aria-describedby={hintId}
      />
      <p id={hintId} className={styles['quiet']}>
        {t('aids.lab.searchHint')}
      </p>
      <SelectField
        label={t('aids.lab.group')}
        value={group}
        options={[
          { value: '', label: t('aids.lab.allGroups') },
          ...values.groups.map(({ id, name }) => ({ value: id, label: name[language] })),
        ]}
        onChange={setGroup}
      />
      <RadioRow
        label={t('aids.lab.units')}
        options={unitSystems.map((system) => ({ value: system, label: t(`aids.lab.unit.${system}`) }))}
        value={units}
        onChange={setUnits}
      />
      <p aria-hidden>{count}</p>
      <LiveRegion message={found.length === 0 ? t('aids.lab.none') : count} />
      {found.length === 0 ? <p>{t('aids.lab.none')}</p> : <FoundAnalytes values={values} found={found} units={units} />}
      <LabSources sources={values.sources} />
    </section>
  )
}

function FoundAnalytes({
  values,
  found,
  units,
}: {
  readonly values: LabValues
  readonly found: readonly Analyte[]
  readonly units: UnitSystem
}) {
  const { language } = useTranslate()
  const numbers = useMemo(() => new Map(values.sources.map(({ id }, index) => [id, index + 1])), [values])
  return values.groups.map(({ id, name }) => {
    const members = found.filter(({ group }) => group === id)
    if (members.length === 0) return null
    return (
      <section key={id}>
        <h3>{name[language]}</h3>
        <ul className={styles['entries']}>
          {members.map((analyte) => (
            <AnalyteEntry
              key={analyte.id}
              analyte={analyte}
              units={units}
              sourceNumber={numbers.get(analyte.source) ?? 0}
            />
          ))}
        </ul>
      </section>
    )
  })
}

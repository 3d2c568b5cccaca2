import { useState } from 'react'
import { footprintOf } from '#domain/models/footprint.ts'
import type { ModelBuild } from '#domain/models/offer.ts'
import { formatBytes } from '#i18n/format.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { SupplySource } from '#stores/supply.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { RadioRow } from '#ui/radio-row.tsx'
import { TextField } from '#ui/text-field.tsx'
import { CardText } from './card-text.tsx'
import { FolderField } from './folder-field.tsx'
import styles from './get-dialog.module.css'
import type { PickedFile } from './picked-files.ts'

/** Where published models are found unless the student names a mirror. */
const usualHub = 'https://huggingface.co'

type From = SupplySource['kind']

export interface GetDialogProps {
  readonly open: boolean
  readonly build: ModelBuild
  /** Where an order that was begun came from: what the dialog starts with. */
  readonly from: From
  readonly onClose: () => void
  readonly onBegin: (source: SupplySource) => void
  /** Reads a text file that is served with the app. */
  readonly readText: (path: string) => Promise<string>
}

/** Where the model is to come from, what that costs, and the licence; nothing is asked of the network before. */
export function GetDialog({ open, onClose, ...form }: GetDialogProps) {
  const { t, language } = useTranslate()
  const { offer, library } = form.build
  const name = offer.name[language]
  return (
    <Dialog open={open} title={t('supply.dialog.title', { name })} onClose={onClose} closeLabel={t('common.cancel')}>
      <GetForm {...form} key={library.id} />
    </Dialog>
  )
}

function GetForm({ build, from: first, onBegin, readText }: Omit<GetDialogProps, 'open' | 'onClose'>) {
  const { t, language } = useTranslate()
  const { offer, library } = build
  const [from, setFrom] = useState<From>(first)
  const [host, setHost] = useState(usualHub)
  const [address, setAddress] = useState('')
  const [isReading, setReading] = useState(false)
  const [files, setFiles] = useState<readonly PickedFile[]>([])
  const { sourceBytes, storedBytes } = footprintOf(library.architecture, library.quantization)
  const sizes = { download: formatBytes(sourceBytes, language), kept: formatBytes(storedBytes, language) }
  const source = sourceOf()
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        if (source !== null) onBegin(source)
      }}
    >
      <RadioRow
        label={t('supply.dialog.from')}
        options={[
          { value: 'hub', label: t('supply.dialog.hub') },
          { value: 'files', label: t('supply.dialog.folder') },
          { value: 'host', label: t('supply.dialog.host') },
        ]}
        value={from}
        onChange={setFrom}
      />
      {from === 'hub' && (
        <>
          <p>{t('supply.dialog.hubDetail', sizes)}</p>
          <TextField label={t('supply.dialog.hubHost')} value={host} onChange={setHost} />
          <p className={styles['quiet']}>{t('supply.dialog.hubHostHint')}</p>
        </>
      )}
      {from === 'files' && (
        <>
          <p>{t('supply.dialog.folderDetail')}</p>
          <FolderField files={files} onPick={setFiles} />
        </>
      )}
      {from === 'host' && (
        <>
          <p>{t('supply.dialog.hostDetail')}</p>
          <TextField label={t('supply.dialog.address')} value={address} onChange={setAddress} />
        </>
      )}
      <Disclosure summary={t('supply.card')} open={isReading} onToggle={setReading}>
        <CardText path={offer.card[language]} readText={readText} topHeading={3} />
      </Disclosure>
      <p className={styles['quiet']}>{t('supply.dialog.licence', { name: offer.licence })}</p>
      <div>
        <Button variant="primary" type="submit" disabled={source === null}>
          {t('supply.dialog.begin')}
        </Button>
      </div>
    </form>
  )

  function sourceOf(): SupplySource | null {
    switch (from) {
      case 'hub': {
        const { repository } = offer
        return isWebAddress(host) ? { kind: 'hub', host: host.trim(), repository, revision: 'main' } : null
      }
      case 'files':
        return files.length === 0 ? null : { kind: 'files', files }
      case 'host':
        return isWebAddress(address) ? { kind: 'host', url: address.trim() } : null
    }
  }
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]/.test(text.trim()) && URL.canParse(text.trim())
}

import type { ReactNode } from 'react'
import type { ConversionFault } from '#domain/models/conversion-fault.ts'
import type { FolderMistake, SupplyFailure } from '#domain/models/supply-failure.ts'
import { formatNumber } from '#i18n/format.ts'
import type { Language } from '#i18n/language.ts'
import type { Translate } from '#i18n/translator.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Notice } from '#ui/notice.tsx'

/** Why a model could not be got, and what to do. */
export function SupplyNotice({ failure, actions }: { readonly failure: SupplyFailure; readonly actions: ReactNode }) {
  const { t, language } = useTranslate()
  return (
    <Notice tone="wrong" title={t('supply.failure.title')} live actions={actions}>
      <p>{sentenceFor(failure, t, language)}</p>
    </Notice>
  )
}

function sentenceFor(failure: SupplyFailure, t: Translate, language: Language): string {
  switch (failure.kind) {
    case 'unreachable':
    case 'stalled':
      return t(`supply.failure.${failure.kind}`, { host: failure.host, file: failure.file })
    case 'busy':
      return t('supply.failure.busy', { host: failure.host, status: failure.status })
    case 'forbidden':
    case 'notThere': {
      const { host, file, status } = failure
      return t(`supply.failure.${failure.kind}`, { host, file, status })
    }
    case 'wrongAnswer': {
      const { host, file, expected, found } = failure
      return t('supply.failure.wrongAnswer', { host, file, expected, found })
    }
    case 'wrongHash':
      return t('supply.failure.wrongHash', { file: failure.file })
    case 'fileUnreadable':
      return t('supply.failure.fileUnreadable', { file: failure.file, detail: failure.detail })
    case 'fileLength':
      return t('supply.failure.fileLength', {
        file: failure.file,
        expected: formatNumber(failure.expected, language),
        found: formatNumber(failure.found, language),
      })
    case 'notAModelFolder':
      return mistakeSentence(failure.found, t)
    case 'notConvertible':
      return faultSentence(failure.fault, t)
    case 'storageUnavailable':
    case 'unexpected':
      return t(`supply.failure.${failure.kind}`, { detail: failure.detail })
    case 'storageFull':
    case 'noFileSystem':
    case 'elsewhere':
      return t(`supply.failure.${failure.kind}`)
  }
}

function mistakeSentence(found: FolderMistake, t: Translate): string {
  switch (found.kind) {
    case 'gguf':
    case 'pickle':
      return t(`supply.failure.folder.${found.kind}`, { file: found.file })
    case 'severalModels':
      return t('supply.failure.folder.severalModels', { folders: found.folders.join(', ') })
    case 'empty':
    case 'noConfig':
    case 'noWeights':
    case 'noTokenizer':
      return t(`supply.failure.folder.${found.kind}`)
  }
}

function faultSentence(fault: ConversionFault, t: Translate): string {
  switch (fault.kind) {
    case 'notJson':
      return t('supply.failure.fault.notJson', { file: fault.file, detail: fault.detail })
    case 'unreadable':
      return t('supply.failure.fault.unreadable', { file: fault.file, where: fault.where, expected: fault.expected })
    case 'configField': {
      const { file, field, expected, found } = fault
      return t('supply.failure.fault.configField', { file, field, expected, found })
    }
    case 'headerLength':
    case 'fileLength':
    case 'tensorRange':
    case 'tensorsApart':
      return t('supply.failure.fault.safetensors', { file: fault.file })
    case 'fileMissing':
      return t('supply.failure.fault.fileMissing', { file: fault.file })
    case 'tensorMissing':
    case 'tensorTwice':
    case 'tensorShape':
    case 'tensorDtype':
      return t('supply.failure.fault.tensor', { tensor: fault.tensor })
    case 'badWeight':
      return t('supply.failure.fault.badWeight', { file: fault.file, tensor: fault.tensor, row: fault.row })
    case 'tokenMissing':
    case 'tokenId':
    case 'tokenTwice':
      return t('supply.failure.fault.tokenizer', { token: fault.token })
    case 'encoding':
      return t('supply.failure.fault.encoding', { word: fault.word })
    case 'tokensBeyondVocabulary':
      return t('supply.failure.fault.tokensBeyond', { largest: fault.largest, rows: fault.rows })
  }
}

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslate } from '#i18n/translator.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import styles from './banks.module.css'

/** Begins a bank of one's own, by its name. */
export function NewBankForm({ onOpen }: { readonly onOpen: (title: string) => void }) {
  const { t } = useTranslate()
  const [title, setTitle] = useState('')
  return (
    <form
      className={styles['new']}
      onSubmit={(event) => {
        event.preventDefault()
        if (title.trim() !== '') onOpen(title)
      }}
    >
      <TextField label={t('banks.list.newName')} value={title} onChange={setTitle} />
      <Button type="submit" icon={<Plus />} disabled={title.trim() === ''}>
        {t('banks.list.new')}
      </Button>
    </form>
  )
}

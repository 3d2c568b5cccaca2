import type { AskSettings } from '#domain/conversation/ask-settings.ts'
import { instructionIn } from '#domain/conversation/ask-settings.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { SwitchField } from '#ui/switch-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import styles from './ask-settings-dialog.module.css'

export interface AskSettingsDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly settings: AskSettings
  readonly onChange: (settings: AskSettings) => void
  /** The most tokens that the model's context can hold. */
  readonly contextWindow: number
}

/** The budget that is offered when somebody first wants one: a quarter of the card's longest answer. */
const offeredBudget = 1_024

/** How questions are asked: instruction, reasoning and lengths. Every change holds at once. */
export function AskSettingsDialog({ open, onClose, settings, onChange, contextWindow }: AskSettingsDialogProps) {
  const { t, language } = useTranslate()
  const { instruction, thinking, thinkingBudget, maxTokens } = settings
  const own = instruction[language]
  return (
    <Dialog
      open={open}
      title={t('ask.settings.title')}
      onClose={onClose}
      closeLabel={t('common.close')}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t('ask.settings.done')}
        </Button>
      }
    >
      <div className={styles['fields']}>
        <div className={styles['instruction']}>
          <TextArea
            label={t('ask.settings.instruction')}
            value={instructionIn(settings, language)}
            onChange={(text) => onChange({ ...settings, instruction: { ...instruction, [language]: text } })}
            rows={4}
            autoGrow
          />
          <p className={styles['detail']}>{t('ask.settings.instructionDetail')}</p>
          <Button
            variant="quiet"
            size="small"
            disabled={own === undefined}
            onClick={() => onChange({ ...settings, instruction: { ...instruction, [language]: undefined } })}
          >
            {t('ask.settings.reset')}
          </Button>
        </div>
        <SwitchField
          label={t('ask.settings.thinking')}
          detail={t('ask.settings.thinkingDetail')}
          checked={thinking}
          onChange={(checked) => onChange({ ...settings, thinking: checked })}
        />
        {thinking && (
          <SwitchField
            label={t('ask.settings.limitThinking')}
            detail={t('ask.settings.limitThinkingDetail')}
            checked={thinkingBudget !== null}
            onChange={(checked) => onChange({ ...settings, thinkingBudget: checked ? offeredBudget : null })}
          />
        )}
        {thinking && thinkingBudget !== null && (
          <NumberField
            label={t('ask.settings.thinkingBudget')}
            value={thinkingBudget}
            onChange={(value) => value !== null && onChange({ ...settings, thinkingBudget: Math.round(value) })}
            min={16}
            max={contextWindow}
            step={16}
            unit={t('ask.settings.tokens')}
          />
        )}
        <NumberField
          label={t('ask.settings.maxTokens')}
          value={maxTokens}
          onChange={(value) => value !== null && onChange({ ...settings, maxTokens: Math.round(value) })}
          min={16}
          max={Math.max(contextWindow, maxTokens)}
          step={16}
          unit={t('ask.settings.tokens')}
        />
      </div>
    </Dialog>
  )
}

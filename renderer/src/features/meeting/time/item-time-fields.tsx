import { useTranslation } from 'react-i18next'
import { stampClock } from '../../../../../shared/domain/item-times'
import { itemStates } from '../../../../../shared/records/meeting'
import { useLanguage } from '../../../api/use-app-info'
import fieldClasses from '../editor/fields/fields.module.css'
import { InlineInput } from '../editor/fields/inline-input'
import { InlineSelect } from '../editor/fields/inline-select'
import type { HeadingFields } from '../editor/schema/parts'

const longestDay = 1440

/** What became of an agenda item, and its time: planned, begun, ended. */
export function ItemTimeFields({
  fields,
  onFields,
  disabled,
}: {
  fields: HeadingFields
  onFields: (patch: Partial<HeadingFields>) => void
  disabled: boolean
}) {
  const { t } = useTranslation()
  const lang = useLanguage()
  const { startedAt, endedAt, plannedMinutes } = fields
  const times = [startedAt, endedAt].flatMap((stamp) => (stamp ? [stampClock(stamp, lang)] : []))
  return (
    <>
      <InlineInput
        label={t('work.time.planned')}
        caption={t('work.time.planned')}
        placeholder="…"
        chars={4}
        inputMode="numeric"
        disabled={disabled}
        value={plannedMinutes === undefined ? '' : String(plannedMinutes)}
        onText={(text) => {
          const minutes = Number(text)
          if (text.trim() === '') onFields({ plannedMinutes: undefined })
          else if (Number.isInteger(minutes) && minutes >= 1 && minutes <= longestDay)
            onFields({ plannedMinutes: minutes })
        }}
      />
      <InlineSelect
        label={t('work.time.state')}
        caption={t('work.time.state')}
        disabled={disabled}
        value={fields.state ?? ''}
        options={[
          { value: '', label: t('work.time.states.discussed') },
          ...itemStates.map((value) => ({ value, label: t(`work.time.states.${value}`) })),
        ]}
        onChoose={(state) => onFields({ state: state === '' ? undefined : state })}
      />
      {times.length > 0 && (
        <span className={fieldClasses.field}>
          <span className={fieldClasses.caption}>{t('work.time.stamps')}</span>
          <span>{times.join('–')}</span>
          {!disabled && (
            <button
              type="button"
              className={fieldClasses.more}
              onClick={() => onFields({ startedAt: undefined, endedAt: undefined })}
            >
              {t('work.time.clear')}
            </button>
          )}
        </span>
      )}
    </>
  )
}

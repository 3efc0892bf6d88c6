import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { outcomes } from '../../../../../../shared/records/blocks'
import { usePage } from '../../session/use-session'
import fieldClasses from '../fields/fields.module.css'
import { ClosingField } from '../fields/closing-field'
import { DayOrMonthInput } from '../fields/day-or-month-input'
import { InlineInput } from '../fields/inline-input'
import { InlineSelect } from '../fields/inline-select'
import { InlineTextArea } from '../fields/inline-text-area'
import { VoteFields } from '../fields/vote-fields'
import { DissentFields } from '../fields/dissent-fields'
import type { DecisionFields } from '../schema/parts'
import { usePart, type PartProps } from './use-part'

/** Below the text of a decision: number, outcome and vote; grounds, basis and dissents on demand. */
export function DecisionFieldsView(props: PartProps) {
  const { t } = useTranslation()
  const { readOnly } = usePage()
  const part = usePart<DecisionFields>(props)
  const { fields, set } = part
  const filled = Boolean(fields.grounds ?? fields.basis ?? fields.reviewOn) || fields.dissents.length > 0
  const [open, setOpen] = useState(filled)
  const detailsId = useId()
  return (
    <div onKeyDown={part.onKeyDown} role="presentation">
      <div className={fieldClasses.row}>
        <InlineInput
          data-field
          label={t('meeting.decision.number')}
          caption={t('meeting.decision.number')}
          placeholder="…"
          disabled={readOnly}
          value={fields.number ?? ''}
          onText={(number) => set({ number: number.trim() === '' ? undefined : number })}
        />
        <InlineSelect
          label={t('meeting.decision.outcome')}
          caption={t('meeting.decision.outcome')}
          disabled={readOnly}
          value={fields.outcome}
          options={outcomes.map((value) => ({ value, label: t(`terms.outcome.${value}`) }))}
          onChoose={(outcome) => set({ outcome })}
        />
        <VoteFields vote={fields.vote} onVote={(vote) => set({ vote })} disabled={readOnly} />
        <ClosingField
          editor={part.editor}
          getPos={props.entry.getPos}
          fields={fields}
          onFormula={(formula) => set({ formula })}
          disabled={readOnly}
        />
        <button
          type="button"
          className={fieldClasses.more}
          aria-expanded={open}
          aria-controls={detailsId}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'meeting.decision.less' : 'meeting.decision.more')}
        </button>
      </div>
      <div id={detailsId} className={fieldClasses.details} hidden={!open}>
        {open && (
          <>
            <InlineTextArea
              label={t('meeting.decision.grounds')}
              disabled={readOnly}
              value={fields.grounds ?? ''}
              onText={(grounds) => set({ grounds: grounds === '' ? undefined : grounds })}
            />
            <InlineTextArea
              label={t('meeting.decision.basis')}
              disabled={readOnly}
              value={fields.basis ?? ''}
              onText={(basis) => set({ basis: basis === '' ? undefined : basis })}
            />
            <DayOrMonthInput
              label={t('work.reviewOn')}
              value={fields.reviewOn}
              onValue={(reviewOn, further) => set({ reviewOn }, further)}
              disabled={readOnly}
            />
            <DissentFields
              dissents={fields.dissents}
              onDissents={(dissents) => set({ dissents })}
              disabled={readOnly}
            />
          </>
        )}
      </div>
    </div>
  )
}

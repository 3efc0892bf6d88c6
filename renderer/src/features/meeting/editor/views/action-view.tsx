import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordMultiPicker } from '../../../../ui/record-multi-picker'
import { usePage } from '../../session/use-session'
import { DecisionLink } from '../fields/decision-link'
import { DueInput } from '../fields/due-input'
import fieldClasses from '../fields/fields.module.css'
import { InlineInput } from '../fields/inline-input'
import { LazyPicker } from '../fields/lazy-picker'
import type { ActionFields } from '../schema/parts'
import { usePart, type PartProps } from './use-part'

/** Below the text of an action item: by whom and until when; partners and decision on demand. */
export function ActionFieldsView(props: PartProps) {
  const { t } = useTranslation()
  const { readOnly } = usePage()
  const part = usePart<ActionFields>(props)
  const { fields, set } = part
  const { responsible, partners } = fields
  const [open, setOpen] = useState(partners.length > 0 || fields.decisionId !== undefined)
  const detailsId = useId()
  const owe = (patch: Partial<ActionFields['responsible']>) =>
    set((now) => ({ responsible: { ...now.responsible, ...patch } }))
  return (
    <div onKeyDown={part.onKeyDown} role="presentation">
      <div className={fieldClasses.row}>
        <LazyPicker
          label={t('meeting.action.agency')}
          caption={t('meeting.action.agency')}
          types={['agency']}
          create="agency"
          disabled={readOnly}
          value={responsible.agencyName ?? ''}
          onChoose={(choice) => owe({ agencyId: choice.id as `agency_${string}`, agencyName: choice.label })}
          onClear={() => owe({ agencyId: undefined, agencyName: undefined })}
        />
        <InlineInput
          label={t('meeting.action.unit')}
          caption={t('meeting.action.unit')}
          placeholder="…"
          disabled={readOnly}
          value={responsible.unit ?? ''}
          onText={(unit) => owe({ unit: unit.trim() === '' ? undefined : unit })}
        />
        <LazyPicker
          label={t('meeting.action.person')}
          caption={t('meeting.action.person')}
          types={['participant']}
          create="participant"
          disabled={readOnly}
          value={responsible.personName ?? ''}
          onChoose={(choice) =>
            owe({
              participantId: choice.id as `participant_${string}`,
              personName: [choice.prefix, choice.label].filter(Boolean).join(' '),
            })
          }
          onClear={() => owe({ participantId: undefined, personName: undefined })}
        />
        <DueInput due={fields.due} onDue={(due, further) => set({ due }, further)} disabled={readOnly} />
        <button
          type="button"
          className={fieldClasses.more}
          aria-expanded={open}
          aria-controls={detailsId}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'meeting.action.less' : 'meeting.action.more')}
        </button>
      </div>
      <div id={detailsId} className={fieldClasses.details} hidden={!open}>
        {open && (
          <>
            <RecordMultiPicker
              types={['agency']}
              create="agency"
              label={t('meeting.action.partners')}
              disabled={readOnly}
              values={partners.map(({ agencyId, name }) => ({ id: agencyId, name }))}
              onAdd={(choice) =>
                set((now) => ({
                  partners: [
                    ...now.partners,
                    { agencyId: choice.id as `agency_${string}`, name: choice.label },
                  ],
                }))
              }
              onRemove={(id) =>
                set((now) => ({ partners: now.partners.filter(({ agencyId }) => agencyId !== id) }))
              }
            />
            <DecisionLink
              editor={part.editor}
              decisionId={fields.decisionId}
              onChoose={(decisionId) => set({ decisionId })}
              disabled={readOnly}
            />
          </>
        )}
      </div>
    </div>
  )
}

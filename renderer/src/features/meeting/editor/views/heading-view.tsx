import { IconUsers } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { RollMultiPicker, RollPicker } from '../../roll/roll-picker'
import { usePage } from '../../session/use-session'
import fieldClasses from '../fields/fields.module.css'
import { InlineInput } from '../fields/inline-input'
import type { HeadingFields } from '../schema/parts'
import classes from './parts.module.css'
import { usePart, type PartProps } from './use-part'

/** Below an agenda item or session: who presents, moderates and speaks. */
export function HeadingFieldsView(props: PartProps) {
  const { t } = useTranslation()
  const { readOnly } = usePage()
  const part = usePart<HeadingFields>(props)
  const { fields, set } = part
  const session = fields.kind === 'session'
  const filled =
    Boolean(fields.presenterId ?? fields.moderatorId ?? fields.basis) || fields.speakerIds.length > 0
  const [open, setOpen] = useState(filled || session)
  const [wasSession, setWasSession] = useState(session)
  if (session !== wasSession) {
    setWasSession(session)
    if (session) setOpen(true)
  }
  const detailsId = useId()
  const label = t(session ? 'meeting.item.sessionDetails' : 'meeting.item.details')
  const toggle = (
    <>
      {session && <span className={classes.kind}>{t('meeting.item.session')}</span>}
      <button
        type="button"
        className={classes.toggle}
        aria-expanded={open}
        aria-controls={detailsId}
        aria-label={label}
        title={label}
        tabIndex={open ? -1 : 0}
        onClick={() => setOpen(!open)}
      >
        <IconUsers size={16} stroke={1.5} aria-hidden />
      </button>
    </>
  )
  return (
    <>
      {createPortal(toggle, props.entry.tools)}
      <div id={detailsId} hidden={!open} onKeyDown={part.onKeyDown} role="presentation">
        {open && (
          <div className={fieldClasses.row}>
            <InlineInput
              data-field
              label={t('meeting.item.number')}
              caption={t('meeting.item.number')}
              placeholder="…"
              chars={4}
              disabled={readOnly}
              value={fields.number ?? ''}
              onText={(number) => set({ number: number.trim() === '' ? undefined : number })}
            />
            {session ? (
              <>
                <RollPicker
                  label={t('meeting.item.moderator')}
                  as="moderator"
                  chosen={fields.moderatorId}
                  onChoose={(moderatorId) => set({ moderatorId })}
                />
                <RollMultiPicker
                  label={t('meeting.item.speakers')}
                  as="speaker"
                  chosen={fields.speakerIds}
                  onChange={(speakerIds) => set({ speakerIds })}
                />
              </>
            ) : (
              <>
                <RollPicker
                  label={t('meeting.item.presenter')}
                  as="participant"
                  chosen={fields.presenterId}
                  onChoose={(presenterId) => set({ presenterId })}
                />
                <InlineInput
                  label={t('meeting.item.basis')}
                  caption={t('meeting.item.basis')}
                  placeholder="…"
                  disabled={readOnly}
                  value={fields.basis ?? ''}
                  onText={(basis) => set({ basis: basis.trim() === '' ? undefined : basis })}
                />
              </>
            )}
          </div>
        )}
      </div>
    </>
  )
}

import { IconChevronDown, IconChevronRight, IconUsers } from '@tabler/icons-react'
import { useEditorState } from '@tiptap/react'
import { useId, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { stampClock } from '../../../../../../shared/domain/item-times'
import { useKeysLabel } from '../../../../api/keys'
import { useLanguage } from '../../../../api/use-app-info'
import { RollMultiPicker, RollPicker } from '../../roll/roll-picker'
import { usePage } from '../../session/use-session'
import { ItemTimeFields } from '../../time/item-time-fields'
import fieldClasses from '../fields/fields.module.css'
import { InlineInput } from '../fields/inline-input'
import { isFolded, toggleFold } from '../plugins/fold'
import type { HeadingFields } from '../schema/parts'
import { OriginLink } from './origin-link'
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
    Boolean(fields.presenterId ?? fields.moderatorId ?? fields.basis ?? fields.plannedMinutes) ||
    fields.speakerIds.length > 0
  const [open, setOpen] = useState(filled || session)
  const [wasSession, setWasSession] = useState(session)
  if (session !== wasSession) {
    setWasSession(session)
    if (session) setOpen(true)
  }
  const detailsId = useId()
  const lang = useLanguage()
  const keysLabel = useKeysLabel()
  const folded = useEditorState({
    editor: props.editor,
    selector: ({ editor }) => isFolded(editor.state, props.entry.current().id),
  })
  const label = t(session ? 'meeting.item.sessionDetails' : 'meeting.item.details')
  const toggle = (
    <>
      {session && <span className={classes.kind}>{t('meeting.item.session')}</span>}
      {fields.state && <span className={classes.kind}>{t(`work.time.states.${fields.state}`)}</span>}
      {fields.startedAt && (
        <span className={classes.kind} title={t('work.time.stamps')}>
          {stampClock(fields.startedAt, lang)}–{fields.endedAt ? stampClock(fields.endedAt, lang) : ''}
        </span>
      )}
      <button
        type="button"
        className={`${classes.toggle} ${classes.fold}`}
        aria-expanded={!folded}
        aria-label={t('work.fold')}
        title={[t('work.fold'), keysLabel('write.fold')].filter(Boolean).join('  ')}
        tabIndex={-1}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          const tr = toggleFold(props.editor.state, props.entry.current().id)
          if (tr) props.editor.view.dispatch(tr)
        }}
      >
        {folded ? <IconChevronRight size={16} aria-hidden /> : <IconChevronDown size={16} aria-hidden />}
      </button>
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
      {fields.carriedFrom && <OriginLink from={fields.carriedFrom} />}
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
                  onChange={(change) => set((now) => ({ speakerIds: change(now.speakerIds) }))}
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
            <ItemTimeFields fields={fields} onFields={set} disabled={readOnly} />
          </div>
        )}
      </div>
    </>
  )
}

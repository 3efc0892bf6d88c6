import { NodeViewContent, NodeViewWrapper, type NodeViewProps } from '@tiptap/react'
import { IconUsers } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RollMultiPicker, RollPicker } from '../../roll/roll-picker'
import { usePage } from '../../session/use-session'
import fieldClasses from '../fields/fields.module.css'
import { InlineInput } from '../fields/inline-input'
import type { HeadingFields } from '../schema/parts'
import classes from './parts.module.css'
import { usePart } from './use-part'

/** An agenda item or session: number and title; who presents, moderates and speaks below it. */
export function HeadingView(props: NodeViewProps) {
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
  return (
    <NodeViewWrapper
      className={classes.heading}
      data-kind={fields.kind}
      data-titled={part.empty ? undefined : ''}
      data-numbered={fields.number ? '' : undefined}
      role="group"
      aria-label={t(session ? 'meeting.item.session' : 'meeting.item.group')}
      id={part.id}
    >
      <div className={classes.headingLine}>
        <span className={classes.number} contentEditable={false} data-drag-handle>
          {fields.number}
        </span>
        <NodeViewContent<'h2'>
          as="h2"
          className={classes.title}
          data-placeholder={
            part.empty
              ? t(session ? 'meeting.editor.emptySession' : 'meeting.editor.emptyHeading')
              : undefined
          }
        />
        <span contentEditable={false} className={classes.headingTools}>
          {session && <span className={classes.kind}>{t('meeting.item.session')}</span>}
          <button
            type="button"
            className={classes.toggle}
            aria-expanded={open}
            aria-controls={detailsId}
            aria-label={t(session ? 'meeting.item.sessionDetails' : 'meeting.item.details')}
            title={t(session ? 'meeting.item.sessionDetails' : 'meeting.item.details')}
            tabIndex={open ? -1 : 0}
            onClick={() => setOpen(!open)}
          >
            <IconUsers size={16} stroke={1.5} aria-hidden />
          </button>
        </span>
      </div>
      <div
        id={detailsId}
        hidden={!open}
        contentEditable={false}
        className={classes.headingFields}
        onKeyDown={part.onKeyDown}
        role="presentation"
      >
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
    </NodeViewWrapper>
  )
}

import { Select, TagsInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../../../shared/dates'
import type { Choice } from '../../../../../shared/contract/records-contract'
import { meetingKinds, secrecyLevels, type Meeting } from '../../../../../shared/records/meeting'
import { EventDateInput } from '../../../ui/event-date-input'
import { RecordMultiPicker } from '../../../ui/record-multi-picker'
import { RecordPicker } from '../../../ui/record-picker'
import { useMeeting, useMeetingPart, usePage } from '../session/use-session'
import { EndInput } from './end-input'
import classes from './head-panel.module.css'
import { nextMeetingTyped, readNext, readPublished, timeWithStart } from './meeting-time'
import { useEntered } from './use-entered'

const today = () => localDay(new Date())
const filled = (text: string) => (text.trim() === '' ? undefined : text)
const numberFields = [
  ['no', 'number'],
  ['term', 'term'],
  ['sitting', 'sitting'],
  ['session', 'session'],
] as const

function AgencyList({ field }: { field: 'hosts' | 'partners' }) {
  const { t } = useTranslation()
  const { session, readOnly } = usePage()
  const refs = useMeetingPart((meeting) => meeting[field])
  const set = (next: Meeting['hosts']) => session.setHead({ [field]: next })
  return (
    <RecordMultiPicker
      types={['agency']}
      create="agency"
      label={t(`meeting.head.${field}`)}
      disabled={readOnly}
      values={refs.map(({ agencyId, name }) => ({ id: agencyId, name }))}
      onAdd={(choice: Choice) =>
        // A new one is made while the next name is typed.
        set([...session.current()[field], { agencyId: choice.id as `agency_${string}`, name: choice.label }])
      }
      onRemove={(id) => set(refs.filter(({ agencyId }) => agencyId !== id))}
    />
  )
}

function TextField({ field }: { field: 'place' | 'province' }) {
  const { t } = useTranslation()
  const { session, readOnly } = usePage()
  const value = useMeetingPart((meeting) => meeting[field])
  return (
    <TextInput
      label={t(`meeting.head.${field}`)}
      disabled={readOnly}
      value={value ?? ''}
      onChange={(event) => session.setHead({ [field]: filled(event.currentTarget.value) })}
    />
  )
}

/** Everything that stands in the head of the minutes besides the title. Each change is saved by itself. */
export function HeadPanel() {
  const { t } = useTranslation()
  const { session, readOnly } = usePage()
  const meeting = useMeeting()
  const { time, numbers, nextMeeting } = meeting
  const startEntered = useEntered(() => session.current().time)
  const nextEntered = useEntered(() => session.current().nextMeeting)
  return (
    <section className={classes.panel} aria-label={t('meeting.head.label')} tabIndex={-1}>
      <div className={classes.grid}>
        <div className={classes.w2}>
          <Select
            label={t('meeting.head.kind')}
            disabled={readOnly}
            value={meeting.kind}
            data={meetingKinds.map((value) => ({ value, label: t(`terms.meetingKind.${value}`) }))}
            onChange={(value) => {
              const kind = meetingKinds.find((known) => known === value)
              if (kind) session.setHead({ kind })
            }}
          />
        </div>
        <div className={classes.w5}>
          <RecordPicker
            types={['body']}
            create="body"
            label={t('meeting.head.body')}
            disabled={readOnly}
            value={meeting.bodyName ?? ''}
            onChoose={(choice) =>
              session.setHead({ bodyId: choice.id as `body_${string}`, bodyName: choice.label })
            }
            onClear={() => session.setHead({ bodyId: undefined, bodyName: undefined })}
          />
        </div>
        <div className={classes.numbers}>
          {numberFields.map(([field, label]) => (
            <TextInput
              key={field}
              label={t(`meeting.head.${label}`)}
              disabled={readOnly}
              value={numbers[field] ?? ''}
              onChange={(event) =>
                session.setHead({ numbers: { ...numbers, [field]: filled(event.currentTarget.value) } })
              }
            />
          ))}
        </div>
        <div className={classes.w3} id="meeting-start">
          <EventDateInput
            label={t('meeting.head.start')}
            placeholder={t('meeting.head.startHint')}
            freeText
            disabled={readOnly}
            value={time.start}
            asWritten={time.asWritten}
            read={(typed) => timeWithStart(startEntered.before(), typed, today()).start}
            onFocus={startEntered.enter}
            onChange={(_value, typed) =>
              session.setHead({ time: timeWithStart(startEntered.before(), typed, today()) })
            }
          />
        </div>
        <div className={classes.w2}>
          <EndInput
            time={time}
            disabled={readOnly}
            onEnd={(end) => {
              session.setHead({ time: { ...session.current().time, end } })
              // It may fit only now that the beginning is typed: the next key there must not bring the old one back.
              startEntered.enter()
            }}
          />
        </div>
        <div className={classes.w5} data-head-field="place">
          <TextField field="place" />
        </div>
        <div className={classes.w2} data-head-field="province">
          <TextField field="province" />
        </div>
        <div className={classes.w6} data-head-field="hosts">
          <AgencyList field="hosts" />
        </div>
        <div className={classes.w6} data-head-field="partners">
          <AgencyList field="partners" />
        </div>
        <div className={classes.w2}>
          <EventDateInput
            label={t('meeting.head.published')}
            disabled={readOnly}
            value={meeting.publishedOn}
            read={(typed) => readPublished(time, typed, today())}
            // Words that are not understood leave no part of them behind, nor the day they were written over.
            onChange={(publishedOn) => session.setHead({ publishedOn })}
          />
        </div>
        <div className={classes.w3}>
          <EventDateInput
            label={t('meeting.head.next')}
            placeholder={t('meeting.head.nextPlaceholder')}
            freeText
            disabled={readOnly}
            value={nextMeeting?.time?.start}
            asWritten={nextMeeting?.note || undefined}
            read={(typed) => readNext(time, typed, today())}
            onFocus={nextEntered.enter}
            onChange={(date, typed) => {
              session.setHead({ nextMeeting: nextMeetingTyped(nextEntered.before(), typed, date) })
              // What was cleared does not come back with the next word.
              if (typed === '') nextEntered.enter()
            }}
          />
        </div>
        <div className={classes.w2}>
          <Select
            label={t('meeting.head.secrecy')}
            description={meeting.secrecy === 'none' ? undefined : t('meeting.head.secrecyHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            disabled={readOnly}
            value={meeting.secrecy}
            data={secrecyLevels.map((value) => ({ value, label: t(`terms.secrecy.${value}`) }))}
            onChange={(value) => {
              const secrecy = secrecyLevels.find((known) => known === value)
              if (secrecy) session.setHead({ secrecy })
            }}
          />
        </div>
        <div className={classes.w5} data-head-field="tags">
          <TagsInput
            label={t('meeting.head.tags')}
            placeholder={meeting.tags.length === 0 ? t('meeting.head.tagsPlaceholder') : ''}
            disabled={readOnly}
            value={meeting.tags}
            maxTags={100}
            onChange={(tags) => session.setHead({ tags: tags.map((tag) => tag.slice(0, 80)) })}
          />
        </div>
      </div>
    </section>
  )
}

import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData } from '@tanstack/react-query'
import { useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { PreparedMeeting } from '../../../../shared/contract/new-meeting-contract'
import { localDay } from '../../../../shared/dates'
import { parseStart } from '../../../../shared/domain/start-parse'
import { ok, type Result } from '../../../../shared/result'
import { callDoor, useCall } from '../../api/door'
import { notifyError } from '../notify'
import { RecordMultiPicker } from '../record-multi-picker'
import { RecordPicker } from '../record-picker'
import { CarriedList } from './carried-list'
import classes from './new-meeting.module.css'
import { StartField } from './start-field'
import { TemplateSelect } from './template-select'

type BodyId = `body_${string}`
type TemplateId = `template_${string}`

export interface ChosenBody {
  id: BodyId
  name: string
}

/** Decides what a new meeting starts with. Enter on the empty field of the board makes a meeting without one. */
export function NewMeetingForm({
  body: given,
  onDone,
  onFollow,
}: {
  body: ChosenBody | undefined
  /** `at`: where the writing begins; left out while the title is still to be written */
  onDone: (id: string, at?: string) => void
  onFollow: (path: string) => void
}) {
  const { t } = useTranslation()
  const [body, setBody] = useState(given)
  const [template, setTemplate] = useState<TemplateId>()
  const [others, setOthers] = useState<ChosenBody[]>([])
  const [typedStart, setTypedStart] = useState('')
  const [own, setOwn] = useState<{ no?: string; place?: string; title?: string }>({})
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [strange, setStrange] = useState(false)
  const [busy, setBusy] = useState(false)
  const today = localDay(new Date())
  const [hour, setHour] = useState<string>()

  const start = parseStart(typedStart, today, hour)
  const day = start?.slice(0, 10)
  const request = {
    ...(body ? { bodyId: body.id } : {}),
    ...(template ? { templateId: template } : {}),
    ...(day?.length === 10 ? { date: day } : {}),
    alsoBodyIds: others.map(({ id }) => id),
  }
  // All meetings of the board are read for an answer; a number is typed faster than that.
  const [no] = useDebouncedValue(own.no, 200)
  const withNo = (number: string | undefined) => ({
    ...request,
    ...(number !== undefined ? { no: number } : {}),
  })
  const asked = body !== undefined || template !== undefined || others.length > 0
  const prepared = useCall('meetings.prepare', withNo(no), {
    enabled: asked,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
  const ready = asked ? prepared.data : undefined
  if (ready && ready.hour !== hour) setHour(ready.hour)
  // A meeting of a body is held today when nothing else is said: its secretary opens it in the meeting room.
  const otherwise = body ? parseStart('bugun', today, ready?.hour) : undefined

  /** What is shown may still be that of the question before; what is made must not be. */
  const newest = async (): Promise<Result<PreparedMeeting>> => {
    const { data, isFetching, isPlaceholderData } = prepared
    if (data && !isFetching && !isPlaceholderData && no === own.no) return ok(data)
    return callDoor('meetings.prepare', withNo(own.no))
  }
  const taking = useRef(new Set<Promise<void>>())
  const onTaking = (work: Promise<void>) => {
    taking.current.add(work)
    void work.finally(() => taking.current.delete(work))
  }
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    // A board whose name was typed a moment ago is still being looked up.
    if (taking.current.size > 0) {
      const form = event.currentTarget
      await Promise.all(taking.current)
      if (form.isConnected) form.requestSubmit()
      return
    }
    if (typedStart.trim() !== '' && start === undefined) return setStrange(true)
    setBusy(true)
    const now = asked ? await newest() : undefined
    if (now && !now.ok) {
      setBusy(false)
      return notifyError(now.error)
    }
    const plan = now?.value
    const begins = start ?? (body ? parseStart('bugun', today, plan?.hour) : undefined)
    const number = own.no ?? plan?.no
    const place = own.place ?? plan?.place
    const title = own.title ?? plan?.title ?? ''
    const made = await callDoor('meetings.create', {
      ...(body ? { bodyId: body.id } : {}),
      ...(template ? { templateId: template } : {}),
      title,
      ...(begins ? { start: begins } : {}),
      ...(number ? { no: number } : {}),
      ...(place ? { place } : {}),
      carry: plan?.carried.map(({ key }) => key).filter((key) => !left.has(key)) ?? [],
      alsoBodyIds: request.alsoBodyIds,
    })
    setBusy(false)
    if (made.ok) onDone(made.value.id, title.trim() === '' ? undefined : made.value.firstItemId)
    else notifyError(made.error)
  }
  const choose = (chosen: ChosenBody | undefined) => {
    setBody(chosen)
    setTemplate(undefined)
    // What was typed for another board; beside a name that was still being looked up one types on.
    if (body) setOwn({})
    setLeft(new Set())
  }
  const items = (ready?.agenda.length ?? 0) + (ready?.carried.filter(({ key }) => !left.has(key)).length ?? 0)
  const field = (key: 'no' | 'place' | 'title') => ({
    value: own[key] ?? ready?.[key] ?? '',
    maxLength: 2_000,
    onChange: (event: { currentTarget: { value: string } }) =>
      setOwn({ ...own, [key]: event.currentTarget.value }),
  })
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <RecordPicker
        types={['body']}
        label={t('carry.body')}
        placeholder={t('carry.bodyPlaceholder')}
        value={body?.name}
        focusFirst
        onTaking={onTaking}
        onChoose={({ id, label }) => choose({ id: id as BodyId, name: label })}
        onClear={() => choose(undefined)}
      />
      <div className={classes.pair}>
        <TemplateSelect
          value={ready?.templateId ?? template}
          none={t(body ? 'carry.standing' : 'carry.noTemplate')}
          onChange={setTemplate}
        />
        <TextInput label={t('carry.number')} {...field('no')} />
      </div>
      <div className={classes.pair}>
        <StartField
          typed={typedStart}
          start={start}
          otherwise={otherwise}
          strange={strange}
          onType={(typed) => {
            setTypedStart(typed)
            setStrange(false)
          }}
        />
        <TextInput label={t('carry.place')} {...field('place')} />
      </div>
      <TextInput label={t('carry.name')} placeholder={t('carry.namePlaceholder')} {...field('title')} />
      {body && ready && <CarriedList rows={ready.carried} left={left} onLeft={setLeft} onFollow={onFollow} />}
      {body && (
        <RecordMultiPicker
          types={['body']}
          label={t('carry.across')}
          placeholder={t('carry.acrossPlaceholder')}
          values={others}
          onAdd={({ id, label }) => {
            if (id !== body.id) setOthers((now) => [...now, { id: id as BodyId, name: label }])
          }}
          onTaking={onTaking}
          onRemove={(gone) => setOthers(others.filter(({ id }) => id !== gone))}
        />
      )}
      <div className={classes.foot}>
        <span className={classes.ready} role="status">
          {asked && (ready ? t('carry.ready', { members: ready.members, items }) : t('carry.preparing'))}
        </span>
        <Button type="submit" loading={busy}>
          {t('carry.create')}
        </Button>
      </div>
    </form>
  )
}

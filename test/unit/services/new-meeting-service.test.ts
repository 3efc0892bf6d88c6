import path from 'node:path'
import { expect, test } from 'vitest'
import { createMeeting, prepareMeeting } from '../../../electron/services/new-meeting-service'
import { readShippedTemplates } from '../../../electron/services/template-files'
import type { ArchiveStore } from '../../../electron/services/store/store-types'
import type { MeetingRequest } from '../../../shared/contract/new-meeting-contract'
import { newId } from '../../../shared/ids'
import { testArchive, valueOf } from '../../support/archive'

const shipped = await readShippedTemplates(path.join('resources', 'templates', 'meetings'), (file, fault) => {
  throw new Error(`${file}: ${JSON.stringify(fault)}`)
})
const deps = { shipped, today: '2025-06-01', language: 'tr' as const }

const prepare = async (store: ArchiveStore, request: Partial<Parameters<typeof prepareMeeting>[1]>) =>
  valueOf(await prepareMeeting(store, { alsoBodyIds: [], ...request }, deps))
const create = async (store: ArchiveStore, request: Partial<MeetingRequest>) =>
  valueOf(await createMeeting(store, { title: '', carry: [], alsoBodyIds: [], ...request }, deps, '1'))

async function bodyWith(store: ArchiveStore, more: object = {}) {
  const agency = valueOf(await store.create('agency', { name: 'Iğdır Valiliği' }))
  const person = valueOf(await store.create('participant', { name: 'Özlem Işık', prefix: 'Dr.' }))
  const other = valueOf(await store.create('participant', { name: 'Şule İnce' }))
  const chair = {
    id: newId('member'),
    participantId: person.id,
    agencyId: agency.id,
    title: 'Vali Yardımcısı',
    role: 'chair',
  }
  const substitute = { id: newId('member'), participantId: other.id, membership: 'substitute' }
  const body = valueOf(
    await store.create('body', {
      name: 'Yayla Yolu Kurulu',
      members: [chair, substitute],
      quorum: { first: { kind: 'fraction', numerator: 2, denominator: 3 }, second: { kind: 'none' } },
      standingAgenda: ['Açılış', 'Kapanış'],
      usualPlace: 'YİKOB salonu',
      usualHour: '10:30',
      ...more,
    }),
  )
  return { id: body.record.id, agency, person, chair }
}

/** An earlier meeting with everything that may come along. */
async function held(store: ArchiveStore, bodyId: string, day: string, no: string) {
  const action = { id: newId('action'), kind: 'action', text: 'Liste gönderilecek' }
  const done = { id: newId('action'), kind: 'action', text: 'Biten iş' }
  const decision = { id: newId('decision'), kind: 'decision', text: 'Ofis kurulmasına', reviewOn: '2025-06' }
  const items = [
    { id: newId('item'), title: 'Ofis', blocks: [decision, action, done] },
    { id: newId('item'), title: 'Yol' },
    { id: newId('item'), title: 'Köprü', state: 'postponed' },
  ]
  const fields = {
    title: `${no}. toplantı`,
    bodyId,
    numbers: { no },
    time: { start: `${day}T10:00`, precision: 'minute' },
    agenda: items,
  }
  const meeting = valueOf(await store.create('meeting', fields))
  const entry = { id: newId('entry'), at: `${day}T15:00:00.000Z`, by: '', status: 'done' }
  valueOf(
    await store.create('followup', { meetingId: meeting.record.id, targetId: done.id, entries: [entry] }),
  )
  return { id: meeting.record.id, items, action, decision }
}

test('a meeting of a body stands ready: number, title, place, hour, roll, quorum and agenda of the day', async () => {
  const store = await (await testArchive()).open()
  const { id, agency, person, chair } = await bodyWith(store)
  await held(store, id, '2025-05-01', '7')
  expect(await prepare(store, { bodyId: id })).toMatchObject({
    bodyName: 'Yayla Yolu Kurulu',
    title: 'Yayla Yolu Kurulu 8. Toplantısı',
    no: '8',
    place: 'YİKOB salonu',
    hour: '10:30',
    members: 2,
    agenda: ['Açılış', 'Kapanış'],
  })
  const made = await create(store, { bodyId: id, start: '2025-06-03T10:30' })
  valueOf(
    await store.change(agency.record.id, agency.hash, (current) => ({
      ok: true,
      value: { ...current, name: 'Yeni ad' },
    })),
  )
  const { record } = valueOf(await store.get(made.id))
  expect(record).toMatchObject({
    title: 'Yayla Yolu Kurulu 8. Toplantısı',
    bodyId: id,
    bodyName: 'Yayla Yolu Kurulu',
    numbers: { no: '8' },
    time: { start: '2025-06-03T10:30', precision: 'minute' },
    place: 'YİKOB salonu',
    status: 'draft',
    quorum: {
      call: 'first',
      first: { kind: 'fraction', numerator: 2, denominator: 3 },
      second: { kind: 'none' },
      memberCount: 1,
    },
  })
  expect(record.agenda.map(({ title }) => title)).toEqual(['Açılış', 'Kapanış'])
  expect(record.attendance[0]).toMatchObject({
    participantId: person.record.id,
    memberId: chair.id,
    prefix: 'Dr.',
    name: 'Özlem Işık',
    title: 'Vali Yardımcısı',
    agencyName: 'Iğdır Valiliği',
    role: 'chair',
  })
})

test('members without an office of their own on the board have that of the day of the meeting', async () => {
  const store = await (await testArchive()).open()
  const before = valueOf(await store.create('agency', { name: 'Tuzluca Kaymakamlığı' }))
  const after = valueOf(await store.create('agency', { name: 'Iğdır Valiliği' }))
  const offices = [
    { title: 'Kaymakam', agencyId: before.record.id, from: '2019', to: '2021-06' },
    { title: 'Vali Yardımcısı', agencyId: after.record.id, from: '2021-07' },
  ]
  const moved = valueOf(await store.create('participant', { name: 'Nazlı Işık', offices }))
  const sent = valueOf(await store.create('participant', { name: 'Cem Ünal', offices }))
  const members = [
    { id: newId('member'), participantId: moved.record.id },
    { id: newId('member'), participantId: sent.record.id, agencyId: before.record.id },
  ]
  const body = valueOf(await store.create('body', { name: 'Kurul', members }))
  const rollAt = async (start: string) => {
    const made = await create(store, { bodyId: body.record.id, start })
    const { record } = valueOf(await store.get(made.id))
    return record.attendance.map(({ title, agencyName }) => [title, agencyName])
  }
  expect(await rollAt('2020-03-01T10:00')).toEqual([
    ['Kaymakam', 'Tuzluca Kaymakamlığı'],
    ['Kaymakam', 'Tuzluca Kaymakamlığı'],
  ])
  expect(await rollAt('2025-03-01T10:00')).toEqual([
    ['Vali Yardımcısı', 'Iğdır Valiliği'],
    [undefined, 'Tuzluca Kaymakamlığı'],
  ])
})

test('what comes along is offered with reason and origin, and what was chosen stands before the closing', async () => {
  const store = await (await testArchive()).open()
  const { id } = await bodyWith(store)
  const before = await held(store, id, '2025-05-01', '7')
  const { carried } = await prepare(store, { bodyId: id })
  expect(carried.map(({ reason, title }) => [reason, title])).toEqual([
    ['not-discussed', 'Yol'],
    ['postponed', 'Köprü'],
    ['review', 'Ofis kurulmasına'],
    ['open', 'Liste gönderilecek'],
  ])
  for (const row of carried) {
    const meeting = { id: before.id, title: '7. toplantı', start: '2025-05-01T10:00' }
    expect(row).toMatchObject({ origin: meeting, last: meeting })
  }
  const chosen = carried.filter(({ title }) => title !== 'Yol').map(({ key }) => key)
  const made = await create(store, { bodyId: id, start: '2025-06-03', carry: chosen })
  const { record } = valueOf(await store.get(made.id))
  expect(record.agenda.map(({ title }) => title)).toEqual([
    'Açılış',
    'Köprü',
    'Ofis kurulmasına',
    'Liste gönderilecek',
    'Kapanış',
  ])
  expect(record.agenda[3]?.carriedFrom).toEqual({
    meetingId: before.id,
    itemId: before.items[0]?.id,
    blockId: before.action.id,
  })
})

test('repeating brings nothing new, undoing gives everything back, another window cannot carry twice', async () => {
  const store = await (await testArchive()).open()
  const { id } = await bodyWith(store)
  await held(store, id, '2025-05-01', '7')
  const offered = (await prepare(store, { bodyId: id })).carried
  const keys = offered.map(({ key }) => key)
  await create(store, { bodyId: id, start: '2025-06-03', carry: keys })
  expect((await prepare(store, { bodyId: id })).carried).toEqual([])
  const second = await create(store, { bodyId: id, start: '2025-06-03', carry: keys })
  expect(valueOf(await store.get(second.id)).record.agenda.map(({ title }) => title)).toEqual([
    'Açılış',
    'Kapanış',
  ])
  valueOf(await store.undo('1'))
  valueOf(await store.undo('1'))
  expect((await prepare(store, { bodyId: id })).carried).toEqual(offered)
})

test('across bodies on request; what the other body has carried itself does not come', async () => {
  const store = await (await testArchive()).open()
  const { id } = await bodyWith(store)
  const other = valueOf(await store.create('body', { name: 'Alt Komisyon' })).record.id
  await held(store, other, '2025-05-01', '3')
  expect((await prepare(store, { bodyId: id })).carried).toEqual([])
  const { carried } = await prepare(store, { bodyId: id, alsoBodyIds: [other] })
  expect(carried).toHaveLength(4)
  const road = carried.find(({ title }) => title === 'Yol')
  await create(store, { bodyId: id, alsoBodyIds: [other], start: '2025-06-03', carry: [road?.key ?? ''] })
  const left = await prepare(store, { bodyId: other })
  expect(left.carried.map(({ title }) => title)).toEqual(['Köprü', 'Ofis kurulmasına', 'Liste gönderilecek'])
})

test('a template gives kind, title and agenda with planned minutes; terms are numbered within the year', async () => {
  const store = await (await testArchive()).open()
  const template = shipped.find(({ name }) => name === 'İl koordinasyon kurulu dönem toplantısı')
  const { id } = await bodyWith(store, {
    standingAgenda: [],
    templateId: template?.id,
    usualPlace: undefined,
  })
  await held(store, id, '2024-12-01', '4')
  await held(store, id, '2025-03-01', '1')
  const ready = await prepare(store, { bodyId: id })
  expect(ready).toMatchObject({
    title: 'Yayla Yolu Kurulu 2025 Yılı 2. Dönem Toplantısı',
    no: '2',
    templateId: template?.id,
  })
  expect((await prepare(store, { bodyId: id, date: '2026-01-10' })).title).toBe(
    'Yayla Yolu Kurulu 2026 Yılı 1. Dönem Toplantısı',
  )
  const seminar = shipped.find(({ kind }) => kind === 'seminar')
  const made = await create(store, { templateId: seminar?.id ?? newId('template'), title: 'Sulama Semineri' })
  const { record } = valueOf(await store.get(made.id))
  expect(record).toMatchObject({ kind: 'seminar', title: 'Sulama Semineri', attendance: [] })
  expect(record.agenda.map(({ title, plannedMinutes, kind }) => ({ title, plannedMinutes, kind }))).toEqual(
    seminar?.agenda.map(({ title, plannedMinutes, kind }) => ({ title, plannedMinutes, kind })),
  )
})

test('without a body there is one empty item, as ever; unknown bodies and templates are refused', async () => {
  const store = await (await testArchive()).open()
  const made = await create(store, { title: 'Görüşme' })
  const { record } = valueOf(await store.get(made.id))
  expect(record).toMatchObject({ title: 'Görüşme', agenda: [{ title: '', blocks: [] }], attendance: [] })
  expect(record.quorum).toBeUndefined()
  for (const request of [{ bodyId: newId('body') }, { templateId: newId('template') }]) {
    const refused = await createMeeting(
      store,
      { title: '', carry: [], alsoBodyIds: [], ...request },
      deps,
      '1',
    )
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-found' } })
  }
})

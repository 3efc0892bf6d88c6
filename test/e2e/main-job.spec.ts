import path from 'node:path'
import type { Meeting } from '../../shared/records/meeting'
import { expect, test } from '../support/app'
import { caravan, seminar, type EventText } from '../support/events'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'
import { storedMeeting, storedRecords } from '../support/stored'

const archiveName = 'Şube İşleri 2026'

/** Every agency that an event names, each once. */
function agenciesOf(event: EventText): Set<string> {
  return new Set([
    ...event.hosts,
    ...event.partners,
    ...event.people.map(({ agency }) => agency),
    ...event.agencies,
    ...event.agenda.flatMap(({ action }) => (action ? [action.agency] : [])),
  ])
}

const fullName = ({ prefix, name }: { prefix?: string; name: string }) =>
  [prefix, name].filter(Boolean).join(' ')

/** Types a whole event in, as a secretary would who has nothing in the archive yet. */
async function enter(meeting: MeetingPage, event: EventText): Promise<void> {
  const { page } = meeting
  await test.step('head', async () => {
    await meeting.create()
    await page.keyboard.type(event.title)
    await meeting.showHead()
    await meeting.chooseKind(event.kind)
    await meeting.typeHead('Başlangıç', event.asWritten ?? event.start)
    if (event.published) await meeting.typeHead('Duyuru tarihi', event.published)
    await meeting.typeHead('Yeri', event.place)
    await meeting.typeHead('İli', event.province)
    for (const host of event.hosts) await meeting.addToHead('Ev sahibi kurumlar', host)
    for (const partner of event.partners) await meeting.addToHead('İş birliği yapan kurumlar', partner)
  })
  await test.step('roll', async () => {
    await meeting.showRoll()
    for (const person of event.people) await meeting.addPerson(person)
    for (const agency of event.agencies) await meeting.addAgency(agency)
  })
  await test.step('minutes', async () => {
    await meeting.goToEnd()
    for (const item of event.agenda) {
      await meeting.slash(item.session ? 'oturum' : 'gündem', item.title)
      if (item.session) await meeting.fillSession(item.session.moderator, item.session.speakers)
      else await page.keyboard.press('Enter')
      for (const paragraph of item.text) {
        await meeting.write(paragraph)
        await page.keyboard.press('Enter')
      }
      if (item.decision) await meeting.writeDecision(item.decision)
      if (item.action) await meeting.writeAction(item.action)
    }
  })
  await meeting.saved()
}

/** What the stored meeting must hold besides ids and stamps. */
function expected(event: EventText, meeting: Meeting) {
  const rowId = (name: string) => meeting.attendance.find((row) => row.name === name)?.id
  return {
    title: event.title,
    status: 'draft',
    place: event.place,
    province: event.province,
    hosts: event.hosts.map((name) => ({ name })),
    partners: event.partners.map((name) => ({ name })),
    attendance: [
      ...event.people.map(({ name, prefix, title, agency }) => ({
        name,
        ...(prefix ? { prefix } : {}),
        title,
        agencyName: agency,
        state: 'present',
      })),
      ...event.agencies.map((agencyName) => ({ agencyName, role: 'representative' })),
    ],
    agenda: event.agenda.map((item) => ({
      title: item.title,
      kind: item.session ? 'session' : 'item',
      ...(item.session
        ? { moderatorId: rowId(item.session.moderator), speakerIds: item.session.speakers.map(rowId) }
        : {}),
      blocks: [
        ...item.text.map((markdown) => ({ kind: 'text', markdown })),
        ...(item.decision
          ? [
              {
                kind: 'decision',
                number: item.decision.number,
                text: item.decision.text,
                vote: { kind: 'unanimous' },
                outcome: 'adopted',
              },
            ]
          : []),
        ...(item.action
          ? [
              {
                kind: 'action',
                text: item.action.text,
                responsible: { agencyName: item.action.agency },
                due: { kind: 'day', date: '2026-03-30' },
              },
            ]
          : []),
      ],
    })),
  }
}

/** The page shows the event, word by word. */
async function expectShown(meeting: MeetingPage, event: EventText): Promise<void> {
  await expect(meeting.title).toHaveValue(event.title)
  await meeting.showHead()
  const field = (name: string) => meeting.head.getByRole('textbox', { name, exact: true })
  await expect(meeting.head.getByRole('combobox', { name: 'Türü' })).toHaveValue(event.kind)
  await expect(field('Başlangıç')).toHaveValue(event.asWritten ?? event.start)
  await expect(field('Duyuru tarihi')).toHaveValue(event.published ?? '')
  await expect(field('Yeri')).toHaveValue(event.place)
  await expect(field('İli')).toHaveValue(event.province)
  for (const name of [...event.hosts, ...event.partners])
    await expect(meeting.head.getByRole('button', { name: `${name} seçimini kaldır` })).toBeVisible()
  await meeting.showRoll()
  for (const person of event.people) {
    const row = meeting.row(fullName(person))
    await expect(row.getByRole('textbox', { name: /^Unvanı/ })).toHaveValue(person.title)
    await expect(row.getByRole('combobox', { name: /^Kurumu/ })).toHaveValue(person.agency)
    await expect(row.getByRole('combobox', { name: /^Görevi/ }).locator('option:checked')).toHaveText(
      person.role,
    )
  }
  for (const agency of event.agencies) await expect(meeting.row(agency)).toHaveCount(1)
  for (const item of event.agenda) {
    await expect(meeting.text.getByRole('heading', { name: item.title })).toBeVisible()
    for (const paragraph of item.text)
      await expect(meeting.text).toContainText(paragraph.replaceAll('**', ''))
    for (const [, bold] of item.text.join(' ').matchAll(/\*\*(.+?)\*\*/g))
      await expect(meeting.text.locator('strong').filter({ hasText: bold ?? '' })).toBeVisible()
    if (item.session) {
      const session = meeting.text.getByRole('group', { name: 'Oturum', exact: true })
      await expect(session.getByRole('combobox', { name: 'Moderatör' })).toHaveValue(item.session.moderator)
      for (const speaker of item.session.speakers)
        await expect(session.getByRole('button', { name: `${speaker} adını çıkar` })).toBeVisible()
    }
    if (item.decision) {
      const decision = meeting.text.getByRole('group', { name: `Karar ${item.decision.number}` })
      await expect(decision).toContainText(item.decision.text)
      await expect(decision.getByRole('combobox', { name: 'Oylama' }).locator('option:checked')).toHaveText(
        item.decision.vote,
      )
    }
    if (item.action) {
      const action = meeting.text.getByRole('group', { name: 'Görev', exact: true })
      await expect(action).toContainText(item.action.text)
      await expect(action.getByRole('combobox', { name: 'Sorumlu kurum' })).toHaveValue(item.action.agency)
      await expect(action.getByRole('textbox', { name: 'Termin' })).toHaveValue(item.action.due)
    }
  }
}

test('two events are typed in as whole records and are there the next day', async ({ desk }) => {
  test.setTimeout(180_000)
  const archive = path.join(desk.documents, archiveName)
  const events = [caravan, seminar]
  const named = new Set(events.flatMap((event) => [...agenciesOf(event)]))

  const first = await desk.start()
  await new Frame(first.page).createArchive(archiveName)
  for (const event of events) await test.step(event.title, () => enter(new MeetingPage(first.page), event))
  await first.close()

  await test.step('everything lies in the files', async () => {
    for (const event of events) {
      const { record } = await storedMeeting(archive, event.title)
      expect(record).toMatchObject(expected(event, record))
    }
    const program = await storedMeeting(archive, caravan.title)
    expect(program.record.time).toMatchObject({ asWritten: 'Nisan ayında', precision: 'month' })
    expect(program.record.time.end).toBeUndefined()
    expect(program.record.kind).toBe('meeting')
    const day = await storedMeeting(archive, seminar.title)
    expect(day.record.time).toEqual({ start: '2022-11-21', precision: 'day' })
    expect(day.record).toMatchObject({ kind: 'seminar', publishedOn: '2022-11-18' })
  })

  await test.step('every agency and person was made once and is referred to by its id', async () => {
    const agencies = await storedRecords(archive, 'agency')
    expect(agencies.map(({ record }) => record.name).sort()).toEqual([...named].sort())
    expect(agenciesOf(caravan).size).toBe(15)
    const people = await storedRecords(archive, 'participant')
    const typed = events.flatMap((event) => event.people)
    expect(people.map(({ record }) => fullName(record)).sort()).toEqual(typed.map(fullName).sort())
    const idOf = new Map<string, string>(agencies.map(({ record }) => [record.name, record.id]))
    for (const { record } of await storedRecords(archive, 'meeting')) {
      for (const { agencyId, name } of [...record.hosts, ...record.partners])
        expect(agencyId).toBe(idOf.get(name))
      for (const row of record.attendance) {
        expect(row.agencyId).toBe(idOf.get(row.agencyName ?? ''))
        const person = people.find(({ record: { name } }) => name === row.name)
        expect(row.participantId).toBe(person?.record.id)
      }
    }
  })

  const second = await desk.start()
  const frame = new Frame(second.page)
  await frame.showsArchive(archiveName)
  await expect(frame.rail.getByRole('link', { name: 'Kurumlar' })).toContainText(String(named.size))
  for (const event of events)
    await test.step(`${event.title} is shown`, async () => {
      await frame.goTo('Toplantılar')
      await frame.main.getByRole('row', { name: event.title }).click()
      await expectShown(new MeetingPage(second.page), event)
    })
  await test.step('looking at them has changed nothing', async () => {
    const before = await storedRecords(archive, 'meeting')
    await second.close()
    const after = await storedRecords(archive, 'meeting')
    expect(after).toEqual(before)
  })
})

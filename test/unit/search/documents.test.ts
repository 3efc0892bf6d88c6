import { describe, expect, it } from 'vitest'
import { docsFromRecord } from '../../../electron/services/search/documents'
import { newId } from '../../../shared/ids'
import { Agency } from '../../../shared/records/agency'
import { Body } from '../../../shared/records/body'
import { Meeting } from '../../../shared/records/meeting'
import { Note } from '../../../shared/records/note'
import { Participant } from '../../../shared/records/participant'

const stamps = {
  revision: 1,
  createdAt: '2024-03-05T09:00:00.000Z',
  updatedAt: '2024-03-06T09:00:00.000Z',
  savedBy: 'Yazman',
  originArchive: 'arşiv',
}
const agencyId = newId('agency')
const bodyId = newId('body')

describe('documents for search', () => {
  const textId = newId('text')
  const decisionId = newId('decision')
  const actionId = newId('action')
  const itemId = newId('item')
  const meeting = Meeting.parse({
    ...stamps,
    id: newId('meeting'),
    bodyId,
    bodyName: 'Mera Komisyonu',
    title: 'Mart ayı olağan toplantısı',
    numbers: { no: '2024/3' },
    time: { start: '2024-03-05T10:00', precision: 'minute' },
    place: 'Valilik salonu',
    hosts: [{ agencyId, name: 'Tarım Müdürlüğü' }],
    attendance: [
      {
        id: newId('attendance'),
        prefix: 'Dr.',
        name: 'Ayla Deren',
        title: 'Başkan',
        agencyName: 'Mera Birliği',
      },
      { id: newId('attendance'), agencyName: 'Su Birliği' },
    ],
    agenda: [
      {
        id: itemId,
        number: '1',
        title: 'Tahsis talepleri',
        blocks: [
          { id: textId, kind: 'text', markdown: '**Talepler** okundu.\n\n- ilk\n- ikinci' },
          {
            id: decisionId,
            kind: 'decision',
            number: '2024/17',
            text: 'Meranın *tahsisine* karar verildi.',
            dissents: [{ id: newId('dissent'), kind: 'dissent', name: 'Kemal Tuna', reason: 'Alan dardır.' }],
          },
          {
            id: actionId,
            kind: 'action',
            text: 'Harita çizilecek.',
            responsible: { agencyName: 'Kadastro', personName: 'Nil Karaca' },
          },
        ],
      },
    ],
    tags: ['mera'],
  })
  const [whole, decision, ...more] = docsFromRecord(meeting)

  it('are a meeting with all its words', () => {
    expect(whole).toMatchObject({
      id: meeting.id,
      owner: meeting.id,
      type: 'meeting',
      date: '2024-03-05T10:00',
      bodyId,
    })
    // Counts of agencies are made for a record at once.
    expect(decision!.agencyIds).toEqual(whole!.agencyIds)
    expect(whole!.fields).toMatchObject({
      title: 'Mart ayı olağan toplantısı\nMera Komisyonu',
      number: '2024/3',
      agencies: 'Tarım Müdürlüğü · Mera Birliği · Su Birliği · Kadastro',
      people: 'Dr. Ayla Deren Başkan · Nil Karaca',
      agenda: '1 Tahsis talepleri',
    })
    const { text = '', decisions = '' } = whole!.fields
    for (const words of [
      'Talepler okundu.',
      'ikinci',
      'Harita çizilecek.',
      'Valilik salonu',
      '5 Mart 2024 Salı',
    ])
      expect(text).toContain(words)
    for (const words of ['2024/17', 'Meranın tahsisine karar verildi.', 'Kemal Tuna', 'Alan dardır.'])
      expect(decisions).toContain(words)
  })

  it('know which block stands where', () => {
    const at = (blockId: string) => {
      const spot = whole!.spots?.find((one) => one.blockId === blockId)
      return spot && (whole!.fields[spot.field] ?? '').slice(spot.offset)
    }
    expect(at(textId)).toMatch(/^Talepler/)
    expect(at(decisionId)).toMatch(/^2024\/17/)
    expect(at(actionId)).toMatch(/^Harita/)
    expect(at(itemId)).toMatch(/^1 Tahsis/)
    const last = whole!.spots?.at(-1)
    expect(last?.blockId).toBeUndefined()
    expect(whole!.fields.text?.slice(last?.offset)).toMatch(/^Valilik salonu/)
  })

  it('are each decision too, owned by its meeting', () => {
    expect(more).toEqual([])
    expect(decision).toMatchObject({
      id: decisionId,
      owner: meeting.id,
      meetingId: meeting.id,
      blockId: decisionId,
      type: 'decision',
      title: '2024/17 · Mart ayı olağan toplantısı',
    })
    expect(decision!.fields).toMatchObject({
      number: '2024/17',
      agenda: 'Tahsis talepleri\nMart ayı olağan toplantısı',
    })
    expect(decision!.fields.text).toContain('5 Mart 2024')
  })

  it('are agencies with every name they had', () => {
    const agency = Agency.parse({
      ...stamps,
      id: agencyId,
      name: 'Tarım İl Müdürlüğü',
      shortNames: ['TİM'],
      formerNames: [{ name: 'Ziraat Müdürlüğü' }],
      detsis: '123456',
    })
    const [found] = docsFromRecord(agency)
    expect(found).toMatchObject({
      id: agencyId,
      owner: agencyId,
      type: 'agency',
      title: 'Tarım İl Müdürlüğü',
    })
    expect(found!.fields).toEqual({ title: 'Tarım İl Müdürlüğü · TİM · Ziraat Müdürlüğü', number: '123456' })
  })

  it('are people, bodies and notes', () => {
    const person = Participant.parse({
      ...stamps,
      id: newId('participant'),
      name: 'Ayla Deren',
      prefix: 'Dr.',
      offices: [{ agencyId, title: 'Şube Müdürü' }],
    })
    expect(docsFromRecord(person)[0]).toMatchObject({
      type: 'participant',
      title: 'Dr. Ayla Deren',
      fields: { people: 'Şube Müdürü' },
      agencyIds: [agencyId],
    })
    const body = Body.parse({
      ...stamps,
      id: bodyId,
      name: 'Mera Komisyonu',
      standingAgenda: ['Açılış', 'Dilekler'],
    })
    expect(docsFromRecord(body)[0]).toMatchObject({ type: 'body', fields: { agenda: 'Açılış · Dilekler' } })
    const note = Note.parse({
      ...stamps,
      id: newId('note'),
      title: 'Mera bilgi notu',
      markdown: `Bakınız [[${agencyId}|Tarım]] ve [[${bodyId}]].`,
      source: { fileName: 'not.txt', sha256: '0'.repeat(64) },
    })
    const [found] = docsFromRecord(note)
    expect(found).toMatchObject({ type: 'note', source: 'not.txt', date: '2024-03-06' })
    expect(found!.fields.text).toContain('Bakınız Tarım ve')
    expect(found!.fields.text).not.toContain('agency_')
  })
})

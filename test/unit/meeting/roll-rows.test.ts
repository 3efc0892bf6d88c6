import { describe, expect, it } from 'vitest'
import {
  leaderOf,
  movedRow,
  rollCounts,
  rowFor,
  rowName,
  rowOf,
} from '../../../renderer/src/features/meeting/roll/roll-rows'
import { newId } from '../../../shared/ids'
import { Attendance } from '../../../shared/records/attendance'

const person = {
  id: newId('participant'),
  type: 'participant' as const,
  label: 'Işıl Çınar',
  prefix: 'Doç. Dr.',
  title: 'Şube Müdürü',
  agencyId: newId('agency'),
  agencyName: 'Örnek Valiliği',
}
const agency = { id: newId('agency'), type: 'agency' as const, label: 'Kuzey Kooperatifi' }

describe('rows of the roll', () => {
  it('take title and agency of the office held; an agency may come without a named person', () => {
    const row = rowOf(person, 'speaker')
    expect(Attendance.parse(row)).toMatchObject({
      participantId: person.id,
      name: 'Işıl Çınar',
      title: 'Şube Müdürü',
      agencyName: 'Örnek Valiliği',
      role: 'speaker',
      state: 'present',
    })
    expect(rowName(row)).toBe('Doç. Dr. Işıl Çınar')
    const alone = Attendance.parse(rowOf(agency, 'representative'))
    expect(alone.name).toBeUndefined()
    expect(rowName(alone)).toBe('Kuzey Kooperatifi')
  })

  it('find who is there already: an agency row with a named person is not the agency alone', () => {
    const rows = [rowOf(person, 'member'), rowOf(agency, 'representative')]
    expect(rowFor(rows, person)).toBe(rows[0])
    expect(rowFor(rows, agency)).toBe(rows[1])
    expect(rowFor([{ ...rowOf(person, 'member'), agencyId: agency.id }], agency)).toBeUndefined()
  })

  it('are counted, moved and led by the chair, else the moderator', () => {
    const [a, b, c] = [
      rowOf(person, 'moderator'),
      rowOf(agency, 'representative', 'excused'),
      { ...rowOf(person, 'chair'), name: 'Başkan Hanım', prefix: undefined },
    ]
    const rows = [a, b, c]
    expect(rollCounts(rows)).toEqual({ present: 2, excused: 1, 'on-leave': 0, absent: 0, invited: 0 })
    expect(movedRow(rows, a.id, 1)).toEqual([b, a, c])
    expect(movedRow(rows, a.id, -1)).toEqual(rows)
    expect(movedRow(rows, c.id, 1)).toEqual(rows)
    expect(leaderOf({ attendance: rows })).toEqual({ role: 'chair', name: 'Başkan Hanım' })
    expect(leaderOf({ attendance: [a, b] })).toEqual({ role: 'moderator', name: 'Doç. Dr. Işıl Çınar' })
    expect(leaderOf({ attendance: [] })).toBeUndefined()
  })
})

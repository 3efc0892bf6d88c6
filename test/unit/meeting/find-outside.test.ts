import { expect, test } from 'vitest'
import { placesOutside } from '../../../renderer/src/features/meeting/editor/find/outside-places'
import { newId } from '../../../shared/ids'
import type { Attendance } from '../../../shared/records/attendance'

const rowOf = (fields: Partial<Attendance>): Attendance => ({
  id: newId('attendance'),
  role: 'member',
  state: 'present',
  ...fields,
})

test('words are found in title, place, province and in all that is typed in the roll', () => {
  const alone = rowOf({ agencyName: 'Işık Belediyesi' })
  const deputy = rowOf({
    name: 'Ayla Çetin',
    title: 'Işık Şube Müdürü',
    actingFor: { kind: 'deputy', name: 'Işık Kaya' },
    note: 'ışık',
  })
  const meeting = {
    title: 'Işık ve ışık',
    place: 'Isık köyü',
    hosts: [],
    partners: [],
    tags: [],
    attendance: [alone, deputy],
  }
  expect(placesOutside(meeting, { words: 'isik' })).toEqual([
    { in: 'head', field: 'title', from: 0, to: 4 },
    { in: 'head', field: 'title', from: 8, to: 12 },
    { in: 'head', field: 'place', from: 0, to: 4 },
    { in: 'roll', row: alone.id },
    { in: 'roll', row: deputy.id },
    { in: 'roll', row: deputy.id },
    { in: 'roll', row: deputy.id },
  ])
  expect(placesOutside(meeting, { words: 'Işık', exact: true })).toHaveLength(4)
  expect(placesOutside({ ...meeting, province: 'Aydın' }, { words: 'aydin' })).toEqual([
    { in: 'head', field: 'province', from: 0, to: 5 },
  ])
})

test('words are found in each agency and tag of the head, behind its texts', () => {
  const agency = (name: string) => ({ agencyId: newId('agency'), name })
  const meeting = {
    title: 'Yol',
    place: 'Işık',
    hosts: [agency('Aydın Valiliği'), agency('Işık Belediyesi')],
    partners: [agency('Işık Işıklandırma')],
    tags: ['yol', 'ışık'],
    attendance: [],
  }
  expect(placesOutside(meeting, { words: 'isik' })).toEqual([
    { in: 'head', field: 'place', from: 0, to: 4 },
    { in: 'head', field: 'hosts' },
    { in: 'head', field: 'partners' },
    { in: 'head', field: 'partners' },
    { in: 'head', field: 'tags' },
  ])
  expect(placesOutside(meeting, { words: 'yol', whole: true })).toEqual([
    { in: 'head', field: 'title', from: 0, to: 3 },
    { in: 'head', field: 'tags' },
  ])
})

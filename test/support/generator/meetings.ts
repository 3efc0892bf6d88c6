import { Meeting, meetingKinds } from '../../../shared/records/meeting'
import { stamps, type Directory } from './people'
import { idAt, type Random } from './random'
import { actionText, decisionText, itemTitle, paragraph } from './text'
import * as words from './words'

const day = 24 * 60 * 60 * 1000
const firstDay = Date.UTC(2016, 0, 4)
const lastDay = Date.UTC(2026, 5, 26)

const states = [
  'present',
  'present',
  'present',
  'present',
  'present',
  'present',
  'excused',
  'absent',
  'on-leave',
] as const

/** One meeting with its minutes; `n` of `count` sets its day, so that a series runs through ten years. */
export function meetingOf(random: Random, directory: Directory, n: number, count: number): Meeting {
  const { agencies, people, bodies } = directory
  const held = firstDay + Math.floor(((lastDay - firstDay) / count) * n)
  const time = held + random.int(0, day - 1)
  const id = <T extends string>(type: T) => idAt(type, time, random)
  const date = new Date(held).toISOString().slice(0, 10)
  const body = random.chance(0.7) ? random.pick(bodies) : undefined
  // Meetings of one board draw mostly from the same few people, as in life.
  const start = random.int(0, Math.max(0, people.length - 40))
  const present = random.some(people.slice(start, start + 40), random.int(6, 18))
  const attendance = present.map((person, index) => {
    const agency = agencies.find((candidate) => candidate.id === person.offices[0]?.agencyId)
    return {
      id: id('attendance'),
      participantId: person.id,
      name: person.name,
      ...(person.prefix ? { prefix: person.prefix } : {}),
      title: person.offices[0]?.title,
      ...(agency ? { agencyId: agency.id, agencyName: agency.name } : {}),
      role: index === 0 ? 'chair' : index === 1 ? 'rapporteur' : 'member',
      state: index < 2 ? 'present' : random.pick(states),
    }
  })
  const names = random.some(agencies, 5).map((agency) => agency.name)
  let serial = random.int(1, 40)
  const agenda = Array.from({ length: random.int(3, 6) }, (_unused, index) => {
    const blocks: object[] = [
      { id: id('text'), kind: 'text', markdown: paragraph(random, names, random.int(4, 8)) },
    ]
    if (random.chance(0.55)) {
      blocks.push({
        id: id('decision'),
        kind: 'decision',
        number: `${date.slice(0, 4)}/${serial++}`,
        text: decisionText(random, names),
        vote: { kind: random.chance(0.8) ? 'unanimous' : 'majority' },
      })
    }
    if (random.chance(0.35)) {
      const agency = random.pick(agencies)
      blocks.push({
        id: id('action'),
        kind: 'action',
        text: actionText(random),
        responsible: { agencyId: agency.id, agencyName: agency.name },
        due: { kind: 'day', date: new Date(held + random.int(14, 120) * day).toISOString().slice(0, 10) },
      })
    }
    return { id: id('item'), number: String(index + 1), title: itemTitle(random), blocks }
  })
  const hour = String(random.int(9, 15)).padStart(2, '0')
  const province = random.pick(words.provinces)
  const title = body
    ? `${body.name} ${date.slice(0, 4)} yılı ${random.int(1, 4)}. toplantısı`
    : `${province} ${itemTitle(random)} toplantısı`
  return Meeting.parse({
    id: id('meeting'),
    ...stamps(time),
    ...(body ? { bodyId: body.id, bodyName: body.name } : {}),
    kind: body ? 'meeting' : random.pick(meetingKinds),
    title,
    numbers: { no: String(random.int(1, 60)) },
    time: { start: `${date}T${hour}:00`, end: `${date}T${hour}:55`, precision: 'minute' },
    place: `${province} ${random.pick(['Valilik', 'Belediye', 'Üniversite', 'Oda', 'Kaymakamlık'])} Toplantı Salonu`,
    province,
    hosts: random.some(agencies, 1).map((agency) => ({ agencyId: agency.id, name: agency.name })),
    tags: random.some(words.topics, random.int(0, 2)),
    status: random.pick(['draft', 'review', 'final', 'final', 'final']),
    attendance,
    agenda,
  })
}

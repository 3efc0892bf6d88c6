import { Agency, agencyKinds } from '../../../shared/records/agency'
import { Body } from '../../../shared/records/body'
import type { Meeting } from '../../../shared/records/meeting'
import { Note } from '../../../shared/records/note'
import { Participant } from '../../../shared/records/participant'
import { idAt, type Random } from './random'
import { itemTitle, paragraph } from './text'
import * as words from './words'

/** Who and what meetings draw from. */
export interface Directory {
  agencies: Agency[]
  people: Participant[]
  bodies: Body[]
}

const firstDay = Date.UTC(2015, 0, 5)
const minute = 60_000

/** The stamps of a generated record. In: ms since 1970. */
export function stamps(time: number) {
  const at = new Date(time).toISOString()
  return { revision: 1, createdAt: at, updatedAt: at, savedBy: 'üretici', originArchive: 'archive_generated' }
}

function initials(name: string): string {
  return name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')
}

export function agencyOf(random: Random, before: readonly Agency[], n: number): Agency {
  const time = firstDay + n * minute
  const province = random.pick(words.provinces)
  const base = random
    .pick(words.agencyShapes)
    .replace('{p}', province)
    .replace('{s}', random.pick(words.subjects))
  const taken = before.some((other) => other.name === base)
  const name = taken ? `${base} ${Math.floor(n / 7) + 2}. Bölge Birimi` : base
  return Agency.parse({
    id: idAt('agency', time, random),
    ...stamps(time),
    name,
    shortNames: random.chance(0.4) ? [initials(name)] : [],
    formerNames: random.chance(0.05) ? [{ name: `Eski ${name}`, until: '2018' }] : [],
    kind: random.pick(agencyKinds),
    province,
    ...(before.length > 10 && random.chance(0.2) ? { parentId: random.pick(before).id } : {}),
  })
}

export function personOf(random: Random, agencies: readonly Agency[], n: number): Participant {
  const time = firstDay + 40 * 24 * 60 * minute + n * minute
  return Participant.parse({
    id: idAt('participant', time, random),
    ...stamps(time),
    name: `${random.pick(words.firstNames)} ${random.pick(words.familyNames)}`,
    ...(random.chance(0.15) ? { prefix: random.pick(words.prefixes) } : {}),
    offices: [
      {
        agencyId: random.pick(agencies).id,
        title: random.pick(words.titles),
        from: String(random.int(2012, 2020)),
      },
    ],
  })
}

export function bodyOf(
  random: Random,
  agencies: readonly Agency[],
  people: readonly Participant[],
  n: number,
): Body {
  const time = firstDay + 60 * 24 * 60 * minute + n * minute
  return Body.parse({
    id: idAt('body', time, random),
    ...stamps(time),
    name: `${random.pick(words.provinces)} ${random.pick(words.bodyNames)}`,
    ownerAgencyId: random.pick(agencies).id,
    members: random.some(people.slice(0, 400), random.int(5, 11)).map((person) => ({
      id: idAt('member', time, random),
      participantId: person.id,
    })),
    standingAgenda: ['Açılış ve yoklama', 'Dilek ve temenniler'],
  })
}

export function noteOf(
  random: Random,
  { agencies }: Directory,
  meetings: readonly Meeting[],
  n: number,
): Note {
  const time = Date.UTC(2024, 0, 3) + n * minute
  const names = random.some(agencies.slice(0, 200), 4).map((agency) => agency.name)
  const linked = random.pick(meetings)
  const parts = [
    paragraph(random, names, 4),
    `Bakınız: [[${linked.id}|${linked.title}]]`,
    paragraph(random, names, 6),
  ]
  return Note.parse({
    id: idAt('note', time, random),
    ...stamps(time),
    title: itemTitle(random),
    markdown: parts.join('\n\n'),
    tags: random.some(words.topics, 2),
  })
}

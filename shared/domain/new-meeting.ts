import { newId } from '../ids'
import type { Attendance } from '../records/attendance'
import type { Body } from '../records/body'
import type { AgendaItem } from '../records/meeting'

/** Names of the day for one member of a body: what the roll takes over as a snapshot. */
export interface MemberNames {
  prefix?: string
  name: string
  agencyName?: string
}

export interface NewMeeting {
  title: string
  status: 'draft'
  bodyId?: string
  bodyName?: string
  attendance: Attendance[]
  agenda: AgendaItem[]
}

/**
 * What a new meeting stands ready with: of a body its standing agenda and its members as a roll, else one empty item.
 * In: a title (may be empty), the body if there is one, and the names of its members by member id; members without
 * a name (removed people) are left out. Out: fields for the store.
 */
export function newMeeting(
  title: string,
  body?: Body,
  names: ReadonlyMap<string, MemberNames> = new Map(),
): NewMeeting {
  if (!body) {
    return { title, status: 'draft', attendance: [], agenda: [emptyItem('')] }
  }
  const attendance = body.members.flatMap((member): Attendance[] => {
    const known = names.get(member.id)
    if (!known) return []
    return [
      {
        id: newId('attendance'),
        participantId: member.participantId,
        ...(known.prefix ? { prefix: known.prefix } : {}),
        name: known.name,
        ...(member.title ? { title: member.title } : {}),
        ...(member.agencyId ? { agencyId: member.agencyId } : {}),
        ...(known.agencyName ? { agencyName: known.agencyName } : {}),
        role: member.role,
        state: 'present',
      },
    ]
  })
  const titles = body.standingAgenda.length > 0 ? body.standingAgenda : ['']
  return {
    title,
    status: 'draft',
    bodyId: body.id,
    bodyName: body.name,
    attendance,
    agenda: titles.map((itemTitle) => emptyItem(itemTitle)),
  }
}

function emptyItem(title: string): AgendaItem {
  return { id: newId('item'), title, kind: 'item', speakerIds: [], blocks: [] }
}

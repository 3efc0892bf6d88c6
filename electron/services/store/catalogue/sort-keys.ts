import { LRUCache } from 'lru-cache'
import { sortKeys, type ListedType, type SortKey } from '../../../../shared/contract/rows'
import { eventSortKey } from '../../../../shared/dates'
import { agencyKinds } from '../../../../shared/records/agency'
import { bodyKinds } from '../../../../shared/records/body'
import { meetingKinds, meetingStatuses } from '../../../../shared/records/meeting'
import { sortKeyTr } from '../../../../shared/text/turkish'
import type { BareRows } from './entry'

/** Answers that a row needs from other records. */
export interface Lookups {
  nameOf(id: string | undefined): string | undefined
  /** How many meetings point at a record. */
  meetingsOf(id: string): number
}

type KeyMakers = {
  [T in ListedType]: { [K in SortKey<T>]: (row: BareRows[T], look: Lookups) => string }
}

/** Keys made lately: places, boards and names stand in many rows. */
const made = new LRUCache<string, string>({ max: 5_000 })

function text(value: string | undefined): string {
  if (!value) return ''
  let key = made.get(value)
  if (key === undefined) made.set(value, (key = sortKeyTr(value)))
  return key
}
const number = (value: number) => String(value).padStart(9, '0')
const rank = <V extends string>(order: readonly V[], value: V | undefined) =>
  value === undefined ? '' : number(order.indexOf(value))

/** How each list sorts: strings whose plain order is the wanted one; '' = nothing there, always shown last. */
const makers: KeyMakers = {
  meeting: {
    start: (row) => eventSortKey(row.start ?? row.end),
    title: (row) => text(row.title),
    kind: (row) => rank(meetingKinds, row.kind),
    status: (row) => rank(meetingStatuses, row.status),
    place: (row) => text(row.place),
    bodyName: (row, look) => text(row.bodyName ?? look.nameOf(row.bodyId)),
    chairName: (row) => text(row.chairName),
    present: (row) => number(row.present),
    decisions: (row) => number(row.decisions),
    actions: (row) => number(row.actions),
    updatedAt: (row) => row.updatedAt,
  },
  participant: {
    name: (row) => text(row.name),
    title: (row) => text(row.title),
    agencyName: (row, look) => text(look.nameOf(row.agencyId)),
    meetings: (row, look) => number(look.meetingsOf(row.id)),
  },
  agency: {
    name: (row) => text(row.name),
    kind: (row) => rank(agencyKinds, row.kind),
    province: (row) => text(row.province),
    parentName: (row, look) => text(look.nameOf(row.parentId)),
    meetings: (row, look) => number(look.meetingsOf(row.id)),
  },
  body: {
    name: (row) => text(row.name),
    kind: (row) => rank(bodyKinds, row.kind),
    ownerName: (row, look) => text(look.nameOf(row.ownerAgencyId)),
    members: (row) => number(row.members),
    meetings: (row, look) => number(look.meetingsOf(row.id)),
  },
  note: {
    title: (row) => text(row.title),
    updatedAt: (row) => row.updatedAt,
    fileName: (row) => text(row.fileName),
  },
}

/** The sort keys whose value hangs on other records: they cannot be kept with the row. */
export const lookedUp: ReadonlySet<string> = new Set(['meetings', 'agencyName', 'parentName', 'ownerName'])

export type SortKeyMaker = (row: BareRows[ListedType], look: Lookups) => string

/** The key maker of one list and column; the list's default column when the name is unknown. */
export function sortKeyMaker(type: ListedType, sort: string): SortKeyMaker {
  const ofType = makers[type] as Record<string, SortKeyMaker>
  return ofType[sort] ?? (ofType[sortKeys[type][0]] as SortKeyMaker)
}

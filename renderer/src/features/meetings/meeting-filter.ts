import type { ListQueryInput } from '../../../../shared/contract/rows'
import type { MeetingKind, MeetingStatus } from '../../../../shared/records/meeting'
import { today } from '../../ui/moments'

/** What the list of meetings is narrowed to. */
export interface MeetingFilter {
  text: string
  status: MeetingStatus[]
  kind: MeetingKind[]
  body?: { id: string; name: string } | undefined
  from?: string | undefined
  to?: string | undefined
}

export const noFilter: MeetingFilter = { text: '', status: [], kind: [] }

/** Whether anything is narrowed. */
export function isFiltered({ text, status, kind, body, from, to }: MeetingFilter): boolean {
  return text !== '' || status.length > 0 || kind.length > 0 || Boolean(body ?? from ?? to)
}

type QueryFilter = NonNullable<Extract<ListQueryInput, { type: 'meeting' }>['filter']>

/** The filter as the main process takes it. */
export function queryFilter({ text, status, kind, body, from, to }: MeetingFilter): QueryFilter {
  return {
    ...(text.trim() ? { text: text.trim() } : {}),
    ...(status.length > 0 ? { status } : {}),
    ...(kind.length > 0 ? { kind } : {}),
    ...(body ? { bodyId: [body.id as `body_${string}`] } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  }
}

export type Stretch = 'thisMonth' | 'thisYear' | 'lastYear' | 'upcoming'
export const stretches: Stretch[] = ['upcoming', 'thisMonth', 'thisYear', 'lastYear']

/** Beginning and end of a named stretch, as event dates. */
export function boundsOf(stretch: Stretch): { from: string; to?: string } {
  const day = today()
  const year = day.slice(0, 4)
  switch (stretch) {
    case 'upcoming':
      return { from: day }
    case 'thisMonth':
      return { from: day.slice(0, 7), to: day.slice(0, 7) }
    case 'thisYear':
      return { from: year, to: year }
    case 'lastYear': {
      const last = String(Number(year) - 1)
      return { from: last, to: last }
    }
  }
}

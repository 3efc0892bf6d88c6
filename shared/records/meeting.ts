import { z } from 'zod'
import { EventTime } from '../dates'
import { idOf } from '../ids'
import { Attendance } from './attendance'
import { Block } from './blocks'
import {
  AgencyRef,
  AttachmentRef,
  Source,
  defineRecord,
  longText,
  recordBase,
  shortText,
  tags,
} from './define-record'
import type { Reference } from './define-record'

export const meetingKinds = [
  'meeting',
  'seminar',
  'workshop',
  'panel',
  'conference',
  'general-assembly',
  'other',
] as const
export const meetingStatuses = ['planned', 'draft', 'review', 'final'] as const
export const secrecyLevels = ['none', 'restricted'] as const
export type MeetingKind = (typeof meetingKinds)[number]
export type MeetingStatus = (typeof meetingStatuses)[number]

/** When it took place: wall-clock text without zone; what the paper says stays in `asWritten`. */
export const MeetingTime = z.object({
  start: EventTime.optional(),
  end: EventTime.optional(),
  precision: z.enum(['minute', 'day', 'month', 'term', 'unknown']).default('unknown'),
  asWritten: shortText.optional(),
})
export type MeetingTime = z.infer<typeof MeetingTime>

/** The head of an agenda item or session, without its blocks. The first item may have an empty title: text without agenda. */
export const AgendaItemHead = z.object({
  id: idOf('item'),
  number: shortText.optional(),
  title: shortText,
  kind: z.enum(['item', 'session']).default('item'),
  presenterId: idOf('attendance').optional(),
  moderatorId: idOf('attendance').optional(),
  speakerIds: z.array(idOf('attendance')).default([]),
  basis: longText.optional(),
  carriedFrom: z.object({ meetingId: idOf('meeting'), itemId: idOf('item') }).optional(),
})
export type AgendaItemHead = z.infer<typeof AgendaItemHead>

export const AgendaItem = AgendaItemHead.extend({ blocks: z.array(Block).default([]) })
export type AgendaItem = z.infer<typeof AgendaItem>

/** Fields of the meeting's head: what one save may set, each by itself. */
export const meetingHeadShape = {
  bodyId: idOf('body').optional(),
  /** Snapshot of the body's name. */
  bodyName: shortText.optional(),
  kind: z.enum(meetingKinds).default('meeting'),
  title: shortText,
  numbers: z
    .object({
      no: shortText.optional(),
      term: shortText.optional(),
      sitting: shortText.optional(),
      session: shortText.optional(),
    })
    .default({}),
  time: MeetingTime.default({ precision: 'unknown' }),
  publishedOn: EventTime.optional(),
  place: shortText.optional(),
  province: shortText.optional(),
  hosts: z.array(AgencyRef).default([]),
  partners: z.array(AgencyRef).default([]),
  secrecy: z.enum(secrecyLevels).default('none'),
  nextMeeting: z.object({ time: MeetingTime.optional(), note: shortText.optional() }).optional(),
  attachments: z.array(AttachmentRef).default([]),
  tags: tags.default([]),
  status: z.enum(meetingStatuses).default('draft'),
}

/** Toplantı with its minutes. */
export const Meeting = z.object({
  id: idOf('meeting'),
  ...recordBase,
  ...meetingHeadShape,
  attendance: z.array(Attendance).default([]),
  agenda: z.array(AgendaItem).default([]),
  source: Source.optional(),
})
export type Meeting = z.infer<typeof Meeting>

function referencesOf(meeting: Meeting): Reference[] {
  const found: Reference[] = []
  const add = (id: string | undefined, role: string) => {
    if (id) found.push({ id, role })
  }
  add(meeting.bodyId, 'body')
  for (const ref of meeting.hosts) add(ref.agencyId, 'host')
  for (const ref of meeting.partners) add(ref.agencyId, 'partner')
  for (const row of meeting.attendance) {
    add(row.participantId, 'attendance')
    add(row.agencyId, 'attendance')
  }
  for (const item of meeting.agenda) {
    add(item.carriedFrom?.meetingId, 'carried')
    for (const block of item.blocks) {
      if (block.kind !== 'action') continue
      add(block.responsible.agencyId, 'action')
      add(block.responsible.participantId, 'action')
      for (const ref of block.partners) add(ref.agencyId, 'action')
    }
  }
  return found
}

export const meetingRecord = defineRecord({
  type: 'meeting',
  folder: 'meetings',
  schema: Meeting,
  migrations: [],
  references: referencesOf,
})

import { z } from 'zod'
import { EventTime } from '../dates'
import { AnyId, idOf } from '../ids'
import { Attendance } from './attendance'
import { Block } from './blocks'
import { QuorumRule } from './body'
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

export const itemStates = ['postponed', 'withdrawn'] as const

/** *Oturuma ara verildi*: the sitting was interrupted (UTC stamps), during which item. */
export const MeetingBreak = z.object({
  id: idOf('break'),
  from: z.iso.datetime(),
  to: z.iso.datetime().optional(),
  itemId: idOf('item').optional(),
})
export type MeetingBreak = z.infer<typeof MeetingBreak>

/**
 * The rule of the body as it was on the day, with how many members it has, and which call this is. `declared` is the
 * chair's word: *sağlanamadı* ends the meeting.
 */
export const MeetingQuorum = z.object({
  call: z.enum(['first', 'second']).default('first'),
  first: QuorumRule,
  second: QuorumRule.optional(),
  memberCount: z.number().int().min(0).max(100_000).optional(),
  declared: z.enum(['met', 'not-met']).optional(),
})
export type MeetingQuorum = z.infer<typeof MeetingQuorum>

/** A remark for those who review a draft; it is no part of the minutes. */
export const MeetingComment = z.object({
  id: idOf('comment'),
  /** the block or agenda item it is about */
  targetId: AnyId,
  at: z.iso.datetime(),
  by: shortText,
  text: longText,
  done: z.boolean().default(false),
})
export type MeetingComment = z.infer<typeof MeetingComment>

/** A sound recording in pieces that can be played each by itself; `from` is the moment (UTC) a piece begins. */
export const MeetingRecording = z.object({
  id: idOf('recording'),
  /** when those present were told and agreed */
  consentAt: z.iso.datetime(),
  pieces: z.array(
    z.object({ file: AttachmentRef, from: z.iso.datetime(), ms: z.number().int().nonnegative() }),
  ),
})
export type MeetingRecording = z.infer<typeof MeetingRecording>

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
  /** Where it comes from: an item of an earlier meeting, or one decision or action item in it. */
  carriedFrom: z
    .object({
      meetingId: idOf('meeting'),
      itemId: idOf('item'),
      blockId: z.union([idOf('decision'), idOf('action')]).optional(),
    })
    .optional(),
  /** What became of it when it was not simply discussed. */
  state: z.enum(itemStates).optional(),
  plannedMinutes: z.number().int().min(1).max(1440).optional(),
  /** Stamps (UTC) of its beginning and end in the meeting. */
  startedAt: z.iso.datetime().optional(),
  endedAt: z.iso.datetime().optional(),
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
  breaks: z.array(MeetingBreak).default([]),
  quorum: MeetingQuorum.optional(),
  comments: z.array(MeetingComment).default([]),
  recordings: z.array(MeetingRecording).default([]),
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
  migrations: [
    // Nothing moves: every field that came is optional or empty. The number keeps older programs from dropping them.
    { from: 1, name: 'minutes-at-work', up: (old) => old },
  ],
  references: referencesOf,
})

import { z } from 'zod'
import { carryReasons } from '../domain/carry-over'
import { EventTime } from '../dates'
import { idOf } from '../ids'
import { Due } from '../records/blocks'
import { AgendaItemHead } from '../records/meeting'
import { MeetingTemplate } from '../records/template'
import { call } from './door'
import { RecordHash } from './records-contract'

const MeetingName = z.object({ id: idOf('meeting'), title: z.string(), start: EventTime.optional() })

/** Something that comes along to the next meeting, with the names of the meetings it comes from. */
export const CarriedRow = z.object({
  key: z.string(),
  kind: z.enum(['item', 'decision', 'action']),
  reason: z.enum(carryReasons),
  title: z.string(),
  carriedFrom: AgendaItemHead.shape.carriedFrom.unwrap(),
  /** where it began, and the meeting it was on the agenda of last */
  origin: MeetingName,
  last: MeetingName,
  reviewOn: z.string().optional(),
  due: Due.optional(),
  responsible: z.string().optional(),
})
export type CarriedRow = z.infer<typeof CarriedRow>

/** Other bodies whose matters come along too, on request. */
const alsoBodies = z.array(idOf('body')).max(50).default([])

const MeetingRequest = z.strictObject({
  bodyId: idOf('body').optional(),
  templateId: idOf('template').optional(),
  title: z.string().max(2_000).default(''),
  /** a day, a day with its hour, or a less exact date */
  start: EventTime.optional(),
  place: z.string().max(2_000).optional(),
  no: z.string().max(2_000).optional(),
  /** keys of what comes along */
  carry: z.array(z.string().max(200)).max(5_000).default([]),
  alsoBodyIds: alsoBodies,
})
export type MeetingRequest = z.infer<typeof MeetingRequest>

/** What a new meeting would hold if it was made now. */
export const PreparedMeeting = z.object({
  bodyName: z.string().optional(),
  /** the template it would follow: the one asked for, else the body's */
  templateId: idOf('template').optional(),
  title: z.string(),
  no: z.string().optional(),
  place: z.string().optional(),
  /** `HH:MM` */
  hour: z.string().optional(),
  members: z.number().int(),
  /** titles of the agenda before anything comes along */
  agenda: z.array(z.string()),
  carried: z.array(CarriedRow),
})
export type PreparedMeeting = z.infer<typeof PreparedMeeting>

export const newMeetingContract = {
  /** Errors: `not-found` for an unknown body or template, disk codes. Changes nothing. */
  'meetings.prepare': call(
    z.strictObject({
      bodyId: idOf('body').optional(),
      templateId: idOf('template').optional(),
      /** day of the meeting; left out = today */
      date: z.iso.date().optional(),
      no: z.string().max(2_000).optional(),
      alsoBodyIds: alsoBodies,
    }),
    PreparedMeeting,
  ),
  /** One commit that can be undone. Errors: those of `meetings.prepare`, disk codes. */
  'meetings.create': call(
    MeetingRequest,
    z.object({ id: idOf('meeting'), hash: RecordHash, firstItemId: idOf('item').optional() }),
  ),
  'templates.shipped': call(z.void(), z.array(MeetingTemplate)),
  /** Asks for a place and writes the template there. Errors: `cancelled`, disk codes. */
  'templates.saveFile': call(z.strictObject({ template: MeetingTemplate }), z.void()),
  /** Asks for a file and reads it; nothing is kept yet. Errors: `cancelled`, `template-invalid`, `too-new`. */
  'templates.readFile': call(z.void(), MeetingTemplate),
}

import { z } from 'zod'
import { idOf } from '../ids'
import { shortText } from './define-record'

export const attendanceRoles = [
  'chair',
  'deputy-chair',
  'rapporteur',
  'member',
  'moderator',
  'speaker',
  'representative',
  'host',
  'guest',
  'observer',
  'participant',
] as const
export const attendanceStates = ['present', 'excused', 'on-leave', 'absent', 'invited'] as const
export const memberships = ['ex-officio', 'elected', 'full', 'substitute'] as const
export type AttendanceRole = (typeof attendanceRoles)[number]
export type AttendanceState = (typeof attendanceStates)[number]

/**
 * A row of the roll: a person, an agency without a named person, or both. Names and titles are snapshots of the day;
 * renaming the person or agency later changes no minutes.
 */
export const Attendance = z
  .object({
    id: idOf('attendance'),
    participantId: idOf('participant').optional(),
    prefix: shortText.optional(),
    name: shortText.optional(),
    title: shortText.optional(),
    agencyId: idOf('agency').optional(),
    agencyName: shortText.optional(),
    role: z.enum(attendanceRoles).default('participant'),
    state: z.enum(attendanceStates).default('present'),
    /** Standing in for somebody: `deputy` = vekâleten, `on-behalf` = adına. */
    actingFor: z.object({ kind: z.enum(['deputy', 'on-behalf']), name: shortText }).optional(),
    cameAtItemId: idOf('item').optional(),
    leftAtItemId: idOf('item').optional(),
    /** The seat in the body that this row fills; guests have none. */
    memberId: idOf('member').optional(),
    membership: z.enum(memberships).optional(),
    note: shortText.optional(),
  })
  .refine((row) => Boolean(row.name ?? row.agencyName), { message: 'a row names a person or an agency' })
export type Attendance = z.infer<typeof Attendance>

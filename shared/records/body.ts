import { z } from 'zod'
import { idOf } from '../ids'
import { attendanceRoles, memberships } from './attendance'
import { defineRecord, recordBase, shortText } from './define-record'

export const bodyKinds = [
  'board',
  'commission',
  'council',
  'programme',
  'project',
  'general-assembly',
  'other',
] as const

/** How many must be there: absolute majority of members, a fraction of them (1/4), a fixed count, or no rule. */
export const QuorumRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('majority') }),
  z.object({
    kind: z.literal('fraction'),
    numerator: z.number().int().min(1).max(100),
    denominator: z.number().int().min(1).max(100),
  }),
  z.object({ kind: z.literal('count'), count: z.number().int().min(1).max(100_000) }),
])
export type QuorumRule = z.infer<typeof QuorumRule>

/** Kurul: a board, commission or programme that meets in a series. */
export const Body = z.object({
  id: idOf('body'),
  ...recordBase,
  name: shortText.min(1),
  kind: z.enum(bodyKinds).default('board'),
  ownerAgencyId: idOf('agency').optional(),
  members: z
    .array(
      z.object({
        id: idOf('member'),
        participantId: idOf('participant'),
        agencyId: idOf('agency').optional(),
        title: shortText.optional(),
        role: z.enum(attendanceRoles).default('member'),
        membership: z.enum(memberships).default('full'),
      }),
    )
    .default([]),
  quorum: z
    .object({ first: QuorumRule, second: QuorumRule.optional() })
    .default({ first: { kind: 'majority' } }),
  /** `{year}/{n}`, `{n}` (plain serial) or `{m}` (within the meeting). */
  decisionNumberPattern: shortText.default('{year}/{n}'),
  standingAgenda: z.array(shortText.min(1)).default([]),
  signatureOrder: z.array(idOf('member')).default([]),
  /** Where and at what hour (`HH:MM`) it usually meets, and after which template. */
  usualPlace: shortText.optional(),
  usualHour: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  templateId: idOf('template').optional(),
})
export type Body = z.infer<typeof Body>

export const bodyRecord = defineRecord({
  type: 'body',
  folder: 'bodies',
  schema: Body,
  migrations: [
    // Nothing moves: what came is optional. The number keeps older programs from dropping it.
    { from: 1, name: 'usual-meeting', up: (old) => old },
  ],
  references: (body) => [
    ...(body.ownerAgencyId ? [{ id: body.ownerAgencyId, role: 'owner' }] : []),
    ...body.members.flatMap((member) => [
      { id: member.participantId, role: 'member' },
      ...(member.agencyId ? [{ id: member.agencyId, role: 'member' }] : []),
    ]),
  ],
})

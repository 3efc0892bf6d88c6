import { z } from 'zod'
import { idOf } from '../ids'
import { defineRecord, longText, recordBase, shortText } from './define-record'

export const followUpStatuses = ['not-started', 'under-way', 'done', 'postponed', 'cancelled'] as const

/** The later life of one decision or action item, outside the frozen minutes; entries merge by union of their ids. */
export const FollowUp = z.object({
  id: idOf('followup'),
  ...recordBase,
  meetingId: idOf('meeting'),
  targetId: z.union([idOf('decision'), idOf('action')]),
  entries: z
    .array(
      z.object({
        id: idOf('entry'),
        at: z.iso.datetime(),
        by: shortText,
        status: z.enum(followUpStatuses).optional(),
        note: longText.default(''),
        document: shortText.optional(),
      }),
    )
    .default([]),
})
export type FollowUp = z.infer<typeof FollowUp>

export const followUpRecord = defineRecord({
  type: 'followup',
  folder: 'follow-ups',
  schema: FollowUp,
  migrations: [],
  references: (followUp) => [{ id: followUp.meetingId, role: 'follow-up' }],
})

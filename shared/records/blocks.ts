import { z } from 'zod'
import { EventDate } from '../dates'
import { idOf } from '../ids'
import { AgencyRef, longText, shortText } from './define-record'

/** When a block was first written (UTC): leads to that moment of a recording. */
const writtenAt = z.iso.datetime().optional()

/** A piece of running text, as Markdown; one top-level element of the editor is one block. */
export const TextBlock = z.object({
  id: idOf('text'),
  kind: z.literal('text'),
  markdown: longText,
  /** The secretary's own note: on no screen for others and in no export. */
  private: z.literal(true).optional(),
  writtenAt,
})

export const outcomes = ['adopted', 'rejected', 'referred', 'postponed', 'noted'] as const

/** Vote of a decision: oy birliği, oy çokluğu, or counted. */
export const Vote = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unanimous') }),
  z.object({ kind: z.literal('majority') }),
  z.object({
    kind: z.literal('tally'),
    for: z.number().int().nonnegative(),
    against: z.number().int().nonnegative(),
    abstain: z.number().int().nonnegative(),
  }),
])
export type Vote = z.infer<typeof Vote>

export const relationKinds = ['amends', 'annuls', 'supersedes', 'carries-out'] as const

/** Karar. Its number is typed by hand until a register gives it. */
export const DecisionBlock = z.object({
  id: idOf('decision'),
  kind: z.literal('decision'),
  number: shortText.optional(),
  text: longText,
  grounds: longText.optional(),
  basis: longText.optional(),
  outcome: z.enum(outcomes).default('adopted'),
  vote: Vote.optional(),
  /** The closing formula as somebody worded it; without it the vote words it. */
  formula: shortText.optional(),
  /** When the matter comes up again, as decided: a year, a month or a day. */
  reviewOn: EventDate.optional(),
  dissents: z
    .array(
      z.object({
        id: idOf('dissent'),
        kind: z.enum(['dissent', 'reservation']),
        attendanceId: idOf('attendance').optional(),
        name: shortText,
        reason: longText.default(''),
      }),
    )
    .default([]),
  relations: z.array(z.object({ kind: z.enum(relationKinds), decisionId: idOf('decision') })).default([]),
  state: z.enum(['in-force', 'amended', 'annulled', 'superseded', 'carried-out']).default('in-force'),
  writtenAt,
})
export type DecisionBlock = z.infer<typeof DecisionBlock>

/** When an action is due: a day, a month, or the next meeting. */
export const Due = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('day'), date: z.iso.date() }),
  z.object({ kind: z.literal('month'), month: EventDate }),
  z.object({ kind: z.literal('next-meeting') }),
])
export type Due = z.infer<typeof Due>

/** Görev (yapılacak iş): what an agency, unit or person has to do. */
export const ActionBlock = z.object({
  id: idOf('action'),
  kind: z.literal('action'),
  text: longText,
  responsible: z
    .object({
      agencyId: idOf('agency').optional(),
      agencyName: shortText.optional(),
      unit: shortText.optional(),
      participantId: idOf('participant').optional(),
      personName: shortText.optional(),
    })
    .default({}),
  partners: z.array(AgencyRef).default([]),
  due: Due.optional(),
  decisionId: idOf('decision').optional(),
  writtenAt,
})
export type ActionBlock = z.infer<typeof ActionBlock>

export const Block = z.discriminatedUnion('kind', [TextBlock, DecisionBlock, ActionBlock])
export type Block = z.infer<typeof Block>
export type TextBlock = z.infer<typeof TextBlock>

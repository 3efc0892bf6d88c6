import { z } from 'zod'
import { EventDate } from '../dates'
import { idOf } from '../ids'
import { defineRecord, recordBase, shortText, type Reference } from './define-record'

export const agencyKinds = [
  'ministry',
  'headquarters',
  'governorship',
  'district-governorship',
  'provincial-directorate',
  'municipality',
  'university',
  'agency',
  'chamber',
  'cooperative',
  'union',
  'ngo',
  'company',
  'international',
  'other',
] as const

export const Contact = z.object({
  phone: shortText.optional(),
  email: shortText.optional(),
  address: shortText.optional(),
  web: shortText.optional(),
})

/** Kurum: an institution or one of its units. */
export const Agency = z.object({
  id: idOf('agency'),
  ...recordBase,
  name: shortText.min(1),
  shortNames: z.array(shortText.min(1)).default([]),
  aliases: z.array(shortText.min(1)).default([]),
  formerNames: z
    .array(z.object({ name: shortText.min(1), from: EventDate.optional(), until: EventDate.optional() }))
    .default([]),
  kind: z.enum(agencyKinds).optional(),
  parentId: idOf('agency').optional(),
  province: shortText.optional(),
  /** DETSİS number, 6–10 digits. */
  detsis: z
    .string()
    .regex(/^\d{6,10}$/)
    .optional(),
  contact: Contact.default({}),
})
export type Agency = z.infer<typeof Agency>

export const agencyRecord = defineRecord({
  type: 'agency',
  folder: 'agencies',
  schema: Agency,
  migrations: [],
  references: (agency): Reference[] => (agency.parentId ? [{ id: agency.parentId, role: 'parent' }] : []),
})

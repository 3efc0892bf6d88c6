import { z } from 'zod'
import { EventDate } from '../dates'
import { idOf } from '../ids'
import { Contact } from './agency'
import { defineRecord, recordBase, shortText } from './define-record'

/** Kişi: somebody who takes part, with the offices held over time. */
export const Participant = z.object({
  id: idOf('participant'),
  ...recordBase,
  name: shortText.min(1),
  /** Academic or military prefix, e.g. `Prof. Dr.`. */
  prefix: shortText.optional(),
  offices: z
    .array(
      z.object({
        agencyId: idOf('agency').optional(),
        title: shortText.optional(),
        from: EventDate.optional(),
        to: EventDate.optional(),
      }),
    )
    .default([]),
  aliases: z.array(shortText.min(1)).default([]),
  contact: Contact.default({}),
})
export type Participant = z.infer<typeof Participant>

export const participantRecord = defineRecord({
  type: 'participant',
  folder: 'participants',
  schema: Participant,
  migrations: [],
  references: (person) =>
    person.offices.flatMap((office) => (office.agencyId ? [{ id: office.agencyId, role: 'office' }] : [])),
})

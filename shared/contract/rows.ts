import { z } from 'zod'
import { EventDate, EventTime } from '../dates'
import { idOf, recordTypes } from '../ids'
import { agencyKinds } from '../records/agency'
import { bodyKinds } from '../records/body'
import { MeetingTime, meetingKinds, meetingStatuses } from '../records/meeting'

/** Most rows that one question may ask for; longer lists are read in windows. */
export const maxRows = 200

/** A meeting as lists show it. `start`/`end` are wall-clock text, `invited` counts all rows of the roll. */
export const MeetingRow = z.object({
  id: idOf('meeting'),
  title: z.string(),
  kind: z.enum(meetingKinds),
  status: z.enum(meetingStatuses),
  start: EventTime.optional(),
  end: EventTime.optional(),
  precision: MeetingTime.shape.precision.unwrap(),
  asWritten: z.string().optional(),
  place: z.string().optional(),
  bodyId: idOf('body').optional(),
  bodyName: z.string().optional(),
  chairName: z.string().optional(),
  present: z.number().int(),
  invited: z.number().int(),
  decisions: z.number().int(),
  actions: z.number().int(),
  updatedAt: z.string(),
})
export type MeetingRow = z.infer<typeof MeetingRow>

/** A person; title and agency are those of the office held last. */
export const ParticipantRow = z.object({
  id: idOf('participant'),
  name: z.string(),
  prefix: z.string().optional(),
  title: z.string().optional(),
  agencyId: idOf('agency').optional(),
  agencyName: z.string().optional(),
  meetings: z.number().int(),
})
export type ParticipantRow = z.infer<typeof ParticipantRow>

export const AgencyRow = z.object({
  id: idOf('agency'),
  name: z.string(),
  shortNames: z.array(z.string()),
  kind: z.enum(agencyKinds).optional(),
  province: z.string().optional(),
  parentId: idOf('agency').optional(),
  parentName: z.string().optional(),
  meetings: z.number().int(),
})
export type AgencyRow = z.infer<typeof AgencyRow>

export const BodyRow = z.object({
  id: idOf('body'),
  name: z.string(),
  kind: z.enum(bodyKinds),
  ownerAgencyId: idOf('agency').optional(),
  ownerName: z.string().optional(),
  members: z.number().int(),
  meetings: z.number().int(),
})
export type BodyRow = z.infer<typeof BodyRow>

/** A note; `fileName` is the file it was imported from. */
export const NoteRow = z.object({
  id: idOf('note'),
  title: z.string(),
  tags: z.array(z.string()),
  updatedAt: z.string(),
  fileName: z.string().optional(),
})
export type NoteRow = z.infer<typeof NoteRow>

/** The row shape of each type that has a list. */
export const rowSchemas = {
  meeting: MeetingRow,
  participant: ParticipantRow,
  agency: AgencyRow,
  body: BodyRow,
  note: NoteRow,
} as const
export type ListedType = keyof typeof rowSchemas
export const listedTypes = [
  'meeting',
  'participant',
  'agency',
  'body',
  'note',
] as const satisfies ListedType[]

export interface RowShapes {
  meeting: MeetingRow
  participant: ParticipantRow
  agency: AgencyRow
  body: BodyRow
  note: NoteRow
}
/** A row of any list; the type is the head of its id. */
export const CatalogueRow = z.union([MeetingRow, ParticipantRow, AgencyRow, BodyRow, NoteRow])
export type CatalogueRow = z.infer<typeof CatalogueRow>

export type RowOf<T extends ListedType> = RowShapes[T]

/** What each list can be sorted by; the first is the default. */
export const sortKeys = {
  meeting: [
    'start',
    'title',
    'kind',
    'status',
    'place',
    'bodyName',
    'chairName',
    'present',
    'decisions',
    'actions',
    'updatedAt',
  ],
  participant: ['name', 'title', 'agencyName', 'meetings'],
  agency: ['name', 'kind', 'province', 'parentName', 'meetings'],
  body: ['name', 'kind', 'ownerName', 'members', 'meetings'],
  note: ['title', 'updatedAt', 'fileName'],
} as const satisfies { [T in ListedType]: (keyof RowOf<T>)[] }
export type SortKey<T extends ListedType> = (typeof sortKeys)[T][number]

const window = {
  desc: z.boolean().default(false),
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().min(1).max(maxRows).default(maxRows),
}
/** Typed words: every one must begin a word of the row's names (folded, so ASCII typing works). */
const text = z.string().max(500).optional()

/** A question for a window of one list. `refersTo` keeps rows whose record points at that id (a person's meetings). */
export const ListQuery = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('meeting'),
    sort: z.enum(sortKeys.meeting).default('start'),
    filter: z
      .object({
        text,
        status: z.array(z.enum(meetingStatuses)).optional(),
        kind: z.array(z.enum(meetingKinds)).optional(),
        bodyId: z.array(idOf('body')).optional(),
        /** Meetings that touch the stretch from…to; partial dates count as far as they go. */
        from: EventDate.optional(),
        to: EventDate.optional(),
        refersTo: z.string().optional(),
      })
      .default({}),
    ...window,
  }),
  z.object({
    type: z.literal('participant'),
    sort: z.enum(sortKeys.participant).default('name'),
    filter: z.object({ text, agencyId: idOf('agency').optional() }).default({}),
    ...window,
  }),
  z.object({
    type: z.literal('agency'),
    sort: z.enum(sortKeys.agency).default('name'),
    filter: z
      .object({ text, kind: z.array(z.enum(agencyKinds)).optional(), parentId: idOf('agency').optional() })
      .default({}),
    ...window,
  }),
  z.object({
    type: z.literal('body'),
    sort: z.enum(sortKeys.body).default('name'),
    filter: z
      .object({ text, kind: z.array(z.enum(bodyKinds)).optional(), refersTo: z.string().optional() })
      .default({}),
    ...window,
  }),
  z.object({
    type: z.literal('note'),
    sort: z.enum(sortKeys.note).default('title'),
    filter: z.object({ text, tag: z.string().optional(), refersTo: z.string().optional() }).default({}),
    ...window,
  }),
])
export type ListQuery = z.infer<typeof ListQuery>
/** As callers write it: everything but the type may be left out. */
export type ListQueryInput = z.input<typeof ListQuery>

/** A window of rows and how many there are in all. */
export interface ListAnswer<T extends ListedType = ListedType> {
  total: number
  rows: RowOf<T>[]
}

/** A suggestion of a picker: a person, agency, body or any other record by one of its names. */
export const FoundName = z.object({
  id: z.string(),
  type: z.enum(listedTypes),
  name: z.string(),
  /** The alias, short or former name that matched, when it was not the name itself. */
  matched: z.string().optional(),
  /** Told apart by it: agency of a person, parent of an agency, owner of a body, day of a meeting. */
  detail: z.string().optional(),
  /** For people: what a row of the roll needs. */
  prefix: z.string().optional(),
  title: z.string().optional(),
  agencyId: z.string().optional(),
  agencyName: z.string().optional(),
})
export type FoundName = z.infer<typeof FoundName>

/** Who points at a record, and in what roles (i18n keys below `references`). */
export const Usage = z.object({
  id: z.string(),
  type: z.enum(recordTypes),
  title: z.string(),
  roles: z.array(z.string()),
})
export type Usage = z.infer<typeof Usage>

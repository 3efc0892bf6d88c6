import { z } from 'zod'
import type { RecordType } from '../ids'
import { idOf } from '../ids'

/** Stamps that every record carries. Times are UTC ISO; `savedBy` is left out of exports. */
export const recordBase = {
  revision: z.number().int().nonnegative(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  savedBy: z.string(),
  originArchive: z.string(),
}

/** Keys that the store sets itself; a caller cannot. */
export const storeOwnedKeys = [
  'id',
  'revision',
  'createdAt',
  'updatedAt',
  'savedBy',
  'originArchive',
] as const

/** One step of a record's history: turns the shape of `from` into that of `from + 1`, without touching its input. */
export interface Migration {
  from: number
  /** Short name, for messages and for the golden sample's file name. */
  name: string
  up: (old: Record<string, unknown>) => Record<string, unknown>
}

/** A typed reference found in a record: which record it points at and where it stands (for the *in use* message). */
export interface Reference {
  id: string
  /** i18n key below `references`, e.g. `attendance`. */
  role: string
}

export interface RecordDefinition<S extends z.ZodType = z.ZodType> {
  type: RecordType
  /** Folder in the archive. */
  folder: string
  /** Current version of the shape: 1 + number of migrations. */
  version: number
  schema: S
  migrations: Migration[]
  /** Ids of other records this one points at. */
  references(record: z.output<S>): Reference[]
}

/**
 * Declares a record type: its schema, its versions and what it points at.
 * Throws at start-up when the chain of migrations has a gap, so that a wrong release cannot open an archive.
 */
export function defineRecord<S extends z.ZodType>(
  definition: Omit<RecordDefinition<S>, 'version'>,
): RecordDefinition<S> {
  definition.migrations.forEach((step, index) => {
    if (step.from !== index + 1)
      throw new Error(`${definition.type}: migration ${step.name} must start at ${index + 1}`)
  })
  return { ...definition, version: definition.migrations.length + 1 }
}

/** A file kept in `attachments/`, named by the hash of its bytes. */
export const AttachmentRef = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  ext: z.string().regex(/^[a-z0-9]{0,8}$/),
  name: z.string().min(1).max(255),
  size: z.number().int().nonnegative(),
})
export type AttachmentRef = z.infer<typeof AttachmentRef>

/** Where an imported record came from; the original text stays as it was. */
export const Source = z.object({
  fileName: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  encoding: z.string().optional(),
})
export type Source = z.infer<typeof Source>

/** A link to an agency with its name as it was written then (a snapshot). */
export const AgencyRef = z.object({ agencyId: idOf('agency'), name: z.string() })
export type AgencyRef = z.infer<typeof AgencyRef>

export const shortText = z.string().max(2_000)
export const longText = z.string().max(1_000_000)
export const tags = z.array(z.string().min(1).max(80)).max(100)

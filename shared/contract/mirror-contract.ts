import { z } from 'zod'
import { mirrorProblems } from '../documents/mirror/fault'
import { recordTypes } from '../ids'
import { call } from './door'

/** Something that a record will say differently, in words. */
const Change = z.object({
  part: z.enum(['field', 'attendance', 'item', 'text', 'decision', 'action', 'order']),
  field: z.string().optional(),
  before: z.string().optional(),
  after: z.string().optional(),
})
export type MirrorChangeShown = z.infer<typeof Change>

const Entry = z.object({
  kind: z.enum(['new', 'changed', 'merged', 'back', 'gone']),
  id: z.string(),
  type: z.enum(recordTypes),
  title: z.string(),
  path: z.string(),
  changes: z.array(Change),
  /** `before` is what the archive says, `after` what the file says; the file's words will stand. */
  collisions: z.array(Change),
  /** Why a record whose file is gone stays all the same. */
  held: z.enum(['used', 'changed']).optional(),
})
export type MirrorPreviewEntry = z.infer<typeof Entry>

/** What bringing a folder of Markdown files back would change. Long lists are cut; the counts tell of all. */
export const MirrorPreview = z.object({
  token: z.string(),
  /** The archive that the folder was exported from. */
  archive: z.string(),
  own: z.boolean(),
  counts: z.record(z.string(), z.number()),
  unchanged: z.number(),
  entries: z.array(Entry),
  problems: z.array(
    z.object({ path: z.string(), line: z.number(), problem: z.enum(mirrorProblems), words: z.string() }),
  ),
  /** How many problems must be mended first; 0 = it can be brought back. */
  blocking: z.number(),
  settings: z.array(Change),
})
export type MirrorPreview = z.infer<typeof MirrorPreview>

export const mirrorContract = {
  /** Asks for a folder and writes the archive there as Markdown; `left` records or attachments could not be read. */
  'mirror.export': call(
    z.void(),
    z.object({ folder: z.string(), records: z.number(), attachments: z.number(), left: z.number() }),
  ),
  /** Opens the folder of the last export in the system's file manager. */
  'mirror.show': call(z.void(), z.void()),
  /** Asks for a folder (or looks again at that of `token`) and works out what would change; writes nothing. */
  'mirror.preview': call(z.strictObject({ token: z.string().optional() }), MirrorPreview),
  /** Carries out a preview: all or nothing. */
  'mirror.apply': call(
    z.strictObject({
      token: z.string(),
      deletions: z.boolean().default(false),
      skip: z.array(z.string()).max(100_000).default([]),
    }),
    z.object({
      created: z.number(),
      changed: z.number(),
      removed: z.number(),
      settings: z.boolean(),
      mirrorStale: z.boolean(),
    }),
  ),
  'mirror.cancel': call(z.void(), z.void()),
}

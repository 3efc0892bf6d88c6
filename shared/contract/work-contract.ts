import { z } from 'zod'
import { idOf } from '../ids'
import { call } from './door'

export const exportFormats = ['pdf', 'md'] as const

/** A file that was written: the token lets the window ask to open or show it, without knowing its path. */
export const SavedFile = z.object({ token: z.string(), name: z.string(), pages: z.number().optional() })
export type SavedFile = z.infer<typeof SavedFile>

const Format = z.enum(exportFormats)

export const SummaryRequest = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  /** Empty = all bodies and meetings without one. */
  bodyIds: z.array(idOf('body')).default([]),
})
export type SummaryRequest = z.infer<typeof SummaryRequest>

export const workContract = {
  /** Asks where to save, writes, and answers; `cancelled` when the user closed the dialog. */
  'export.meeting': call(z.strictObject({ id: idOf('meeting'), format: Format }), SavedFile),
  'export.summary': call(SummaryRequest.extend({ format: Format }), SavedFile),
  'export.cancel': call(z.void(), z.void()),
  'export.open': call(z.strictObject({ token: z.string() }), z.void()),
  'export.show': call(z.strictObject({ token: z.string() }), z.void()),
  'paper.meeting': call(z.strictObject({ id: idOf('meeting') }), z.object({ pages: z.array(z.string()) })),
  'paper.summary': call(SummaryRequest, z.object({ pages: z.array(z.string()), meetings: z.number() })),
}

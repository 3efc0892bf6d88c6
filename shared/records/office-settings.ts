import { z } from 'zod'
import { AttachmentRef, shortText } from './define-record'

/** Settings of the office that owns an archive: what stands on its paper. Kept in the archive as `settings.json`. */
export const OfficeSettings = z.object({
  letterhead: z
    .object({
      /** Second line under `T.C.`, e.g. `HATAY VALİLİĞİ`; printed in capitals. */
      administration: shortText.default(''),
      /** Third line, e.g. `Ticaret İl Müdürlüğü`. */
      unit: shortText.default(''),
      /** Print `T.C.` above (public bodies). */
      stateLine: z.boolean().default(true),
    })
    .default({ administration: '', unit: '', stateLine: true }),
  logo: AttachmentRef.optional(),
  province: shortText.default(''),
  font: z.enum(['tinos', 'arimo']).default('tinos'),
  /** Closing sentence of minutes; empty = the usual one of the document language. */
  closing: shortText.default(''),
})
export type OfficeSettings = z.infer<typeof OfficeSettings>

/** What a new archive starts with. */
export const defaultOfficeSettings: OfficeSettings = OfficeSettings.parse({})

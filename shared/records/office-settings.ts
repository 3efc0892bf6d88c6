import { z } from 'zod'
import { AttachmentRef, longText, shortText, type Migration } from './define-record'
import { MeetingTemplate } from './template'

/** Fonts that documents may be set in: Times or Arial measure, as the regulation on official writing asks. */
export const documentFonts = ['tinos', 'arimo'] as const

/** Most templates that an office may keep. */
export const maxOwnTemplates = 500

/**
 * Settings of the office that belong to the archive and travel with it: how its papers are headed and worded.
 * `province` is the line of the governorship or district for provincial units, `unit` the unit's own name.
 */
export const OfficeSettings = z.object({
  letterhead: z
    .object({
      /** First line `T.C.`; associations and companies leave it out. */
      republic: z.boolean().default(true),
      administration: shortText.default(''),
      province: shortText.default(''),
      unit: shortText.default(''),
    })
    .default({ republic: true, administration: '', province: '', unit: '' }),
  logo: AttachmentRef.optional(),
  wording: z
    .object({
      /** Sentence before the signatures; empty = the usual one. */
      closing: longText.default(''),
    })
    .default({ closing: '' }),
  font: z.enum(documentFonts).default('tinos'),
  /** Words of this office that spelling takes for right. */
  dictionary: z.array(shortText.min(1)).max(20_000).default([]),
  /** Templates of this office, beside those that come with the program; one of the same id replaces that one. */
  templates: z.array(MeetingTemplate).max(maxOwnTemplates).default([]),
})
export type OfficeSettings = z.infer<typeof OfficeSettings>

/** What a new archive starts with. */
export function defaultOfficeSettings(): OfficeSettings {
  return OfficeSettings.parse({})
}

/** The settings file's shape in the envelope: its type name, version and history, like a record's. */
export const officeSettingsDefinition = {
  type: 'office-settings',
  version: 2,
  schema: OfficeSettings,
  migrations: [{ from: 1, name: 'templates', up: (old) => old }] as Migration[],
} as const

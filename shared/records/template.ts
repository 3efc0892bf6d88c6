import { z } from 'zod'
import { idOf } from '../ids'
import { longText, shortText } from './define-record'
import { meetingKinds } from './meeting'

/** A planned agenda item of a template, with text to begin with (Markdown). */
export const TemplateItem = z.object({
  title: shortText,
  kind: z.enum(['item', 'session']).default('item'),
  plannedMinutes: z.number().int().min(1).max(1440).optional(),
  markdown: longText.default(''),
})
export type TemplateItem = z.infer<typeof TemplateItem>

/** What a new meeting of a kind starts with: its agenda, words and times. */
export const MeetingTemplate = z.object({
  id: idOf('template'),
  name: shortText.min(1),
  kind: z.enum(meetingKinds).default('meeting'),
  /** Title of the new meeting; `{kurul}`, `{tarih}`, `{yıl}` and `{no}` stand for what is known then. */
  title: shortText.default(''),
  agenda: z.array(TemplateItem).max(200).default([]),
})
export type MeetingTemplate = z.infer<typeof MeetingTemplate>

/** A template as a file of its own: what is shipped and what offices give each other. */
export const TemplateFile = z.strictObject({
  format: z.literal('tutanak-template'),
  version: z.literal(1),
  template: MeetingTemplate.strict(),
})
export type TemplateFile = z.infer<typeof TemplateFile>

/** Largest template file that is read, in bytes. */
export const maxTemplateBytes = 4_000_000

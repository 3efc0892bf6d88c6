import { z } from 'zod'
import { idOf } from '../ids'
import { AttachmentRef, Source, defineRecord, longText, recordBase, shortText, tags } from './define-record'

const link = /\[\[((?:meeting|participant|agency|body|note)_[0-9a-f-]{36})(?:\|[^\]]*)?\]\]/g

/** Ids of records that a Markdown text links with `[[id|words]]`. */
export function linkedIds(markdown: string): string[] {
  return [...markdown.matchAll(link)].flatMap((match) => match[1] ?? [])
}

/** Bilgi notu: a subject explained, with links to records. */
export const Note = z.object({
  id: idOf('note'),
  ...recordBase,
  title: shortText.min(1),
  markdown: longText,
  tags: tags.default([]),
  attachments: z.array(AttachmentRef).default([]),
  source: Source.optional(),
})
export type Note = z.infer<typeof Note>

export const noteRecord = defineRecord({
  type: 'note',
  folder: 'notes',
  schema: Note,
  migrations: [],
  references: (note) => linkedIds(note.markdown).map((id) => ({ id, role: 'link' })),
})

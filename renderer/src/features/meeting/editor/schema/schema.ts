import { getSchema, type Extensions } from '@tiptap/core'
import { Action, AgendaHeading, Decision, MeetingDocument, PartIds } from './parts'
import { textExtensions } from './text-extensions'

/** All that decides what a document of minutes may hold; views and keys are added by the editor. */
const schemaExtensions: Extensions = [
  MeetingDocument,
  ...textExtensions,
  AgendaHeading,
  Decision,
  Action,
  PartIds,
]

/** The ProseMirror schema without an editor, for reading and for tests. */
export function minutesSchema() {
  return getSchema(schemaExtensions)
}

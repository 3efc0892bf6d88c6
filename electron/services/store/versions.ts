import { definitionOf, type AnyRecord } from '../../../shared/records/registry'
import type { ArchiveState } from './archive-state'
import { deepFreeze, hashOf, upcast } from './envelope'
import type { JournalEntry } from './journal-lines'
import { typeOf } from './record-content'

function recordIn(entry: JournalEntry | undefined, id: string): AnyRecord | undefined {
  const op = entry?.ops.find((found) => found.id === id && found.record !== undefined)
  // A damaged line must not bring back what nobody wrote.
  if (!op || op.version === undefined || hashOf(op.record) !== op.after) return undefined
  const definition = definitionOf(typeOf(id))
  const parsed = definition.schema.safeParse(
    upcast(definition, op.version, op.record as Record<string, unknown>),
  )
  return parsed.success ? (deepFreeze(parsed.data) as AnyRecord) : undefined
}

/** A version that memory no longer has, from the journal: the program may have been started again since it was read. */
export async function journaledVersion(
  state: ArchiveState,
  id: string,
  hash: string,
): Promise<AnyRecord | undefined> {
  const entry = await state.journal.findLast(hash, ({ ops }) =>
    ops.some((op) => op.id === id && op.after === hash && op.record !== undefined),
  )
  return recordIn(entry, id)
}

/** The newest version of a record that the journal still has. */
export async function lastJournaled(state: ArchiveState, id: string): Promise<AnyRecord | undefined> {
  const entry = await state.journal.findLast(id, ({ ops }) =>
    ops.some((op) => op.id === id && op.record !== undefined),
  )
  return recordIn(entry, id)
}

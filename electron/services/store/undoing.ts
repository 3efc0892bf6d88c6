import { fail, ok, type Result } from '../../../shared/result'
import type { ArchiveState } from './archive-state'
import { readRecordBytes } from './record-files'
import type { Operation } from './store-types'
import type { UndoList, UndoStep } from './undo-list'
import type { Writing } from './writing'

/** Errors that may pass: the change stays on the list and can be undone later. */
const passing = /^(disk-|archive-)/

function reversal(step: UndoStep): Operation | undefined {
  const { id, op, before, after, was } = step
  if (op === 'remove') return { kind: 'restore', id }
  if (op === 'restore' || before === null || !was)
    return after === null ? undefined : { kind: 'remove', id, basedOn: after }
  const old = readRecordBytes(id, was.bytes)
  if (after === null || (old.state !== 'ok' && old.state !== 'changed-outside')) return undefined
  return {
    kind: 'change',
    id,
    basedOn: after,
    change: (_current, base) => (base ? fail('conflict', { id }) : ok(old.record)),
  }
}

/**
 * Takes back the last undoable change of a window: what it replaced becomes the next version, if nobody has written since.
 * Out: ids of the records. Errors: `nothing-to-undo`, `conflict`, `in-use` (what was made is used now), disk codes.
 */
export async function undoLast(
  state: ArchiveState,
  writing: Writing,
  list: UndoList,
  window: string,
): Promise<Result<{ ids: string[] }>> {
  const entry = list.take(window)
  if (!entry) return fail('nothing-to-undo')
  const operations = [...entry.steps].reverse().map(reversal)
  const possible = operations.filter((operation) => operation !== undefined)
  if (possible.length < operations.length) return fail('conflict')
  const ids = [...entry.steps].reverse().map(({ id }) => id)
  const done = await writing.run(ids, possible, {})
  if (!done.ok) {
    if (passing.test(done.error.code)) list.giveBack(entry)
    return done
  }
  for (const { id, before } of entry.steps) {
    list.renamed(id, before, state.catalogue.facts(id)?.hash ?? null)
  }
  return ok({ ids })
}

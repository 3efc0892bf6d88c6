import { fail, ok, type Result } from '../../../../shared/result'
import { attempt } from '../archive-files'
import type { ArchiveState } from '../archive-state'
import type { Operation, Saved, WriteOptions } from '../store-types'
import type { UndoList } from '../undo-list'
import { idOfOperation, type Writing } from '../writing'
import { comingBack, slipRecords, withFollowUps } from './bin'
import { dropSlip, writeSlip } from './slips'

/**
 * Runs operations as one commit. What they delete gets a slip in the bin that says who deleted it and what hung on it; a
 * meeting's follow-ups go along. Errors: those of a commit.
 */
export function runAll(
  state: ArchiveState,
  writing: Writing,
  operations: readonly Operation[],
  options: WriteOptions,
): Promise<Result<Saved[]>> {
  return attempt(async () => {
    const all = withFollowUps(state, operations)
    const ids = all.map(idOfOperation)
    if (new Set(ids).size < ids.length) return fail('invalid-input', { field: 'id' })
    const removed = all.flatMap((operation) => (operation.kind === 'remove' ? operation.id : []))
    const told = removed.length > 0 && state.lock && !state.closed ? await slipRecords(state, removed) : []
    // Before the deletion: a slip too many says nothing, one too few would lose what hung on the record.
    const slip = told.length > 0 ? await writeSlip(state, told) : undefined
    const done = await writing.run(ids, all, options)
    if (!done.ok) await dropSlip(state, slip)
    return done.ok ? ok(done.value.slice(0, operations.length)) : done
  })
}

/** Brings records back from the bin, with the follow-ups that went along: all or none. Errors: `not-found`, `already-exists`, disk codes. */
export function bringBack(
  state: ArchiveState,
  writing: Writing,
  undo: UndoList,
  wanted: readonly string[],
  options: WriteOptions,
): Promise<Result<Saved[]>> {
  return attempt(async () => {
    const ids = await comingBack(state, wanted)
    const done = await writing.run(
      ids,
      ids.map((id) => ({ kind: 'restore', id })),
      options,
    )
    if (done.ok) undo.settle({ restored: ids })
    return done
  })
}

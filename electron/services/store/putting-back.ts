import type { AnyRecord } from '../../../shared/records/registry'
import { fail, ok, type Result } from '../../../shared/result'
import { attempt } from './archive-files'
import type { ArchiveState } from './archive-state'
import { slipRecords } from './bin/bin'
import { dropSlip, writeSlip } from './bin/slips'
import { prepareSave, type Prepared } from './commit'
import { deepFreeze } from './envelope'
import { isRecordId } from './layout'
import { typeOf } from './record-content'
import { setAside } from './recovery'
import type { Saved, WriteOptions } from './store-types'
import type { Writing } from './writing'

/**
 * Puts whole records (of a backup) in the place of what is there, and takes others to the bin: one commit, all or
 * nothing, undoable as one. Stamps of making and origin stay those of the records; revision, time and name are new.
 * A damaged file that is replaced is kept in `quarantine/`. Records that are to go and are not there are no failure.
 * Errors: `too-new` (params.id: a newer program wrote what is there), those of writing, disk codes.
 */
export function putBack(
  state: ArchiveState,
  writing: Writing,
  records: readonly AnyRecord[],
  gone: readonly string[],
  { window }: WriteOptions,
): Promise<Result<Saved[]>> {
  const ids = [...records.map(({ id }) => id), ...gone]
  if (ids.some((id) => !isRecordId(id)) || new Set(ids).size < ids.length) {
    return Promise.resolve(fail('invalid-input', { field: 'id' }))
  }
  return state.queue.run(ids, () =>
    attempt(async () => {
      if (state.closed) return fail('no-archive')
      const allowed = await writing.mayWrite()
      if (!allowed.ok) return allowed
      const prepared: Prepared[] = []
      for (const record of records) {
        const { id } = record
        const file = await state.records.readFresh(id)
        const found = file?.state
        if (found?.state === 'too-new') return fail('too-new', { id })
        const known = found?.state === 'ok' || found?.state === 'changed-outside' ? found : undefined
        if (file && found?.state !== 'ok' && file.bytes.length > 0) await setAside(state, id, file.bytes)
        const stamped = {
          ...record,
          revision: Math.max(record.revision, known?.record.revision ?? 0) + 1,
          updatedAt: state.now(),
          savedBy: state.options.savedBy(),
        }
        prepared.push(prepareSave(typeOf(id), deepFreeze(stamped), file, known?.hash ?? null))
      }
      for (const id of gone) {
        const was = await state.records.readFresh(id)
        const found = was?.state
        if (!was || (found?.state !== 'ok' && found?.state !== 'changed-outside')) continue
        const { record, hash } = found
        prepared.push({ id, type: typeOf(id), op: 'remove', was, before: hash, after: null, record })
      }
      const removed = prepared.flatMap(({ id, op }) => (op === 'remove' ? id : []))
      const slip = removed.length > 0 ? await writeSlip(state, await slipRecords(state, removed)) : undefined
      try {
        if (prepared.length > 0) await writing.write(prepared, window, 'restore')
      } catch (error) {
        await dropSlip(state, slip)
        throw error
      }
      return ok(
        prepared.map(({ id, after, before, record }) => ({
          id,
          hash: after ?? before ?? '',
          record: record as AnyRecord,
        })),
      )
    }),
  )
}

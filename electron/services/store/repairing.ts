import type { AnyRecord } from '../../../shared/records/registry'
import { fail, ok, type Result } from '../../../shared/result'
import { attempt } from './archive-files'
import type { ArchiveState } from './archive-state'
import { prepareSave } from './commit'
import { deepFreeze, hashOf } from './envelope'
import { lastGood } from './history/versions-of'
import { typeOf } from './record-content'
import { setAside } from './recovery'
import type { RecordFile } from './record-files'
import type { Saved, WriteReason } from './store-types'
import type { Writing } from './writing'

async function writeOver(
  state: ArchiveState,
  writing: Writing,
  file: RecordFile | undefined,
  record: AnyRecord,
  why: WriteReason,
): Promise<Result<Saved>> {
  const type = typeOf(record.id)
  const found = file?.state
  const known = found?.state === 'ok' || found?.state === 'changed-outside' ? found : undefined
  const stamped = {
    ...record,
    revision: Math.max(record.revision, known?.record.revision ?? 0) + 1,
    updatedAt: state.now(),
    savedBy: state.options.savedBy(),
  }
  const prepared = prepareSave(type, deepFreeze(stamped), file, known?.hash ?? null)
  await writing.write([prepared], undefined, why)
  return ok({ id: record.id, record: stamped, hash: prepared.after })
}

/** Takes what another program wrote as our next version. Errors: `not-found`, `not-allowed` (nothing to accept), disk codes. */
export function acceptOutside(state: ArchiveState, writing: Writing, id: string): Promise<Result<Saved>> {
  return state.queue.run([id], () =>
    attempt(async () => {
      if (state.closed) return fail('no-archive')
      const allowed = await writing.mayWrite()
      if (!allowed.ok) return allowed
      const file = await state.records.readFresh(id)
      if (!file) return fail('not-found')
      if (file.state.state !== 'changed-outside') return fail('not-allowed')
      // Fields we do not know would be lost by writing it in our shape.
      if (hashOf(file.state.record) !== file.state.hash) await setAside(state, id, file.bytes)
      const last = await lastGood(state, id)
      if (last) await state.history?.keep(last)
      return writeOver(state, writing, file, file.state.record, 'outside')
    }),
  )
}

/**
 * Brings back the last version that Tutanak wrote; what lies there now is kept in `quarantine/`.
 * Errors: `not-found` (neither journal nor history has it), `too-new`, disk codes.
 */
export function restoreLast(state: ArchiveState, writing: Writing, id: string): Promise<Result<Saved>> {
  return state.queue.run([id], () =>
    attempt(async () => {
      if (state.closed) return fail('no-archive')
      const allowed = await writing.mayWrite()
      if (!allowed.ok) return allowed
      const file = await state.records.readFresh(id)
      if (file?.state.state === 'too-new') return fail('too-new')
      const last = await lastGood(state, id)
      if (!last) return fail('not-found')
      if (file && file.state.state !== 'ok' && file.bytes.length > 0) await setAside(state, id, file.bytes)
      return writeOver(state, writing, file, last, 'restore')
    }),
  )
}

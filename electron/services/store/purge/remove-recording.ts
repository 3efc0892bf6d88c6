import { filesOf } from '../../../../shared/domain/recordings'
import type { Meeting } from '../../../../shared/records/meeting'
import { fail, ok, type Result } from '../../../../shared/result'
import { attempt } from '../archive-files'
import type { ArchiveState } from '../archive-state'
import { prepareSave } from '../commit'
import { deepFreeze } from '../envelope'
import { readable } from '../record-content'
import type { Writing } from '../writing'
import { carryOut, finishPurges } from './carry-out'
import { dropIntent, writeIntent, type Intent } from './intent'
import { namedOnlyBy } from './purge'

/**
 * Takes a sound recording out of its meeting, and its files off the disk unless something else names them. Earlier versions
 * still say that there was a recording; its sound is gone from them too.
 * The intent comes first: an opening after a kill takes the files away. Out: how many files went.
 * Errors: `not-found`, `changed-outside`, `lists-not-ready`, those of writing.
 */
export function removeRecording(
  state: ArchiveState,
  writing: Writing,
  id: Meeting['id'],
  recordingId: string,
): Promise<Result<{ files: number }>> {
  return state.queue.run([id], () =>
    attempt(async () => {
      if (state.closed) return fail('no-archive')
      const allowed = await writing.mayWrite()
      if (!allowed.ok) return allowed
      // Whoever else names a file must be known before it goes.
      if (!state.catalogueReady) return fail('lists-not-ready')
      await finishPurges(state)
      const file = await state.records.readFresh(id)
      const current = readable(file)
      if (!current.ok) return current
      const { hash, outside } = current.value
      if (outside) return fail('changed-outside', { id })
      const meeting = current.value.record as Meeting
      const recordings = meeting.recordings.filter((one) => one.id !== recordingId)
      if (recordings.length === meeting.recordings.length) return fail('not-found')
      const next: Meeting = {
        ...meeting,
        recordings,
        revision: meeting.revision + 1,
        updatedAt: state.now(),
        savedBy: state.options.savedBy(),
      }
      const kept = new Set(filesOf(next).map(({ sha256 }) => sha256))
      const leaving = filesOf(meeting).filter(({ sha256 }) => !kept.has(sha256))
      const attachments = await namedOnlyBy(state, new Set([id]), leaving)
      const intent: Intent = { format: 'tutanak', type: 'purge-intent', stones: [], attachments }
      const path = await writeIntent(state, intent)
      try {
        await writing.write([prepareSave('meeting', deepFreeze(next), file, hash)], undefined)
      } catch (error) {
        await dropIntent(state, path)
        throw error
      }
      await carryOut(state, path, intent)
      return ok({ files: attachments.length })
    }),
  )
}

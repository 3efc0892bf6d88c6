import { restoreChanges } from '../../../../../shared/domain/meeting-restore'
import type { Meeting } from '../../../../../shared/records/meeting'
import type { Result } from '../../../../../shared/result'
import { callDoor, onDoorEvent } from '../../../api/door'
import { registerFlush } from '../../../api/flush'
import { setUnsaved } from '../../../api/save-state'
import { MeetingSession } from './meeting-session'
import { dropDraft, keptDraft, setDraftsAside } from './save-ports'

export interface OpenedMeeting {
  session: MeetingSession
  /** The file was changed by another program: read it, but do not write it. */
  outside: boolean
  /** Words that a crash had kept from the disk are back. */
  restored: boolean
}

interface Live {
  session: MeetingSession
  end: () => void
}

/** Meetings with a page, and those whose page is gone but that are not written out yet. */
const live = new Map<string, Live>()

function begin(session: MeetingSession): void {
  const endFlush = registerFlush(() => session.autosave.flush())
  const endEvents = onDoorEvent('records.changed', ({ changes }) => {
    const own = changes.find(({ id, kind }) => id === session.id && kind === 'saved')
    if (own) session.autosave.noticed(own.hash)
  })
  const mirror = () => session.autosave.mirror()
  addEventListener('pagehide', mirror)
  live.set(session.id, {
    session,
    end: () => {
      endFlush()
      endEvents()
      removeEventListener('pagehide', mirror)
      session.autosave.dispose()
      setUnsaved(session.id)
      live.delete(session.id)
    },
  })
}

function sessionOf(
  meeting: Meeting,
  hash: string,
  writable: boolean,
): { session: MeetingSession; restored: boolean } {
  if (writable) setDraftsAside(meeting.id, false)
  const draft = writable ? keptDraft(meeting.id) : undefined
  const kept = draft && restoreChanges(meeting, hash, draft)
  if (draft && !kept) setDraftsAside(meeting.id, true)
  if (!kept) return { session: new MeetingSession(meeting, meeting, hash), restored: false }
  const session = new MeetingSession(kept.meeting, meeting, hash)
  session.autosave.restored(kept.collisions)
  return { session, restored: true }
}

/** Opens a meeting for a page; one that still has something to write is taken up where it was left. */
export async function openMeeting(id: Meeting['id'], readOnly: boolean): Promise<Result<OpenedMeeting>> {
  const known = live.get(id)
  if (known) return { ok: true, value: { session: known.session, outside: false, restored: false } }
  const answer = await callDoor('meetings.get', { id })
  if (!answer.ok) return answer
  const { meeting, hash, outside } = answer.value
  const { session, restored } = sessionOf(meeting, hash, !readOnly && !outside)
  begin(session)
  return { ok: true, value: { session, outside, restored } }
}

/** The page is gone: writes out what is left, and keeps trying when that fails. */
async function leaveMeeting(id: string): Promise<void> {
  const known = live.get(id)
  if (!known) return
  await known.session.endBegun()
  if (await known.session.autosave.flush()) {
    if (pages.get(id) !== undefined) return
    known.end()
    // What was written until now is a version.
    void callDoor('history.leave', { id })
  }
}

const pages = new Map<string, number>()

/** A page shows this meeting. Out: it does no longer. */
export function showMeeting(id: string): () => void {
  pages.set(id, (pages.get(id) ?? 0) + 1)
  return () => {
    const left = (pages.get(id) ?? 1) - 1
    if (left > 0) pages.set(id, left)
    else pages.delete(id)
    void leaveMeeting(id)
  }
}

/** Forgets a meeting that was removed, with what was not written. */
export function forgetMeeting(id: string): void {
  const known = live.get(id)
  void known?.session.endBegun()
  known?.end()
  dropDraft(id)
}

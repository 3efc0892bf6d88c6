import { callDoor } from '../../../api/door'
import { setSaveState } from '../../../api/save-state'
import type { AutosavePorts, SaveState } from '../autosave/save-state'
import { DraftBox } from '../autosave/draft-box'
import type { MeetingSession } from './meeting-session'

/** Drafts of unacknowledged changes, on this computer. */
export const drafts = new DraftBox(localStorage)

/** A save that takes longer than this (ms) is called slow in the status line. */
const slowAfter = 500

function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/** Tells the status line how the last save went. */
function tellStatusLine(): (state: SaveState, retry: () => void) => void {
  let stopSlow: (() => void) | undefined
  return (state, retry) => {
    stopSlow?.()
    stopSlow = undefined
    switch (state.kind) {
      case 'saved':
        return setSaveState(state.savedAt ? { state: 'saved', at: state.savedAt } : { state: 'idle' })
      case 'dirty':
        return setSaveState({ state: 'saving' })
      case 'saving':
        setSaveState({ state: 'saving' })
        stopSlow = after(slowAfter, () => setSaveState({ state: 'saving', slow: true }))
        return
      case 'failed':
        return setSaveState({ state: 'failed', error: state.error, retry })
      case 'conflict':
        return setSaveState({ state: 'failed', error: { code: 'conflict' } })
    }
  }
}

/** The autosave's way to the main process, the page and the status line. */
export function savePorts(session: MeetingSession): AutosavePorts {
  const tell = tellStatusLine()
  return {
    read: () => session.read(),
    save: (input) => callDoor('meetings.save', input),
    load: () => callDoor('meetings.get', { id: session.id }),
    adopt: (meeting) => session.adopt(meeting),
    writeDraft: (draft) => drafts.write(draft),
    clearDraft: () => drafts.clear(session.id),
    announce: (state) => {
      session.announced(state)
      tell(state, () => session.autosave.retry())
    },
    now: () => Date.now(),
    after,
  }
}

import type { AppError } from '../../../../../shared/result'
import { callDoor } from '../../../api/door'
import { recordPath } from '../../../api/paths'
import { setSaveState, setUnsaved } from '../../../api/save-state'
import { saveTiming } from '../autosave/autosave'
import type { AutosavePorts, Draft, SaveState } from '../autosave/save-state'
import { DraftBox } from '../autosave/draft-box'
import type { MeetingSession } from './meeting-session'

/**
 * Drafts of unacknowledged changes, on this computer. A crashed or reloaded window finds its own again; only what the disk
 * refused outlives the program: a lasting copy may reach the disk late and would bring back what was deleted since.
 */
const ofWindow = new DraftBox(sessionStorage)
const lasting = new DraftBox(localStorage)

/** The draft of a meeting that was not written, if there is one. */
export function keptDraft(id: string): Draft | undefined {
  return ofWindow.read(id) ?? lasting.read(id)
}

/** Drafts of a meeting that fitted nowhere in it, as they were stored. */
export const draftsAside = (id: string): string[] => lasting.aside(id)

/** Keeps these drafts aside, until the user takes them away. */
export function keepAside(id: string, drafts: readonly string[]): void {
  lasting.setAside(id, drafts)
  keepStorageSoon()
}

/**
 * Sets aside what was kept of a meeting but cannot be brought back into it, so that its words can be read and copied.
 * In: whether drafts that can be read are among it; others always are.
 */
export function setDraftsAside(id: string, readable: boolean): void {
  const boxes = [ofWindow, lasting].filter((box) => readable || !box.read(id))
  const drafts = boxes.flatMap((box) => box.stored(id) ?? [])
  if (drafts.length === 0) return
  try {
    keepAside(id, [...new Set([...draftsAside(id), ...drafts])])
  } catch {
    // The store is full: they stay where they are, and are set aside when there is room.
    return
  }
  for (const box of boxes) box.clear(id)
}

/** How long (ms) what is put into the window's storage may be on its way. */
const storageLead = 100

let keeping = false

/** Has the lasting copy written to the disk: by itself the browser takes seconds. */
function keepStorageSoon(): void {
  if (keeping) return
  keeping = true
  // The storage takes its own way to the main process; a call at once would overtake it.
  after(storageLead, () => {
    keeping = false
    void callDoor('app.keepStorage')
  })
}

/** Forgets what was kept of a meeting. */
export function dropDraft(id: string): void {
  ofWindow.clear(id)
  const kept = lasting.read(id)
  lasting.clear(id)
  // A copy that is gone only in memory would come back after a power cut.
  if (kept) keepStorageSoon()
}

/** A save that takes longer than this (ms) is called slow in the status line. */
const slowAfter = 500

function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/**
 * Tells the status line how the last save of a meeting went; a change that was made just now after the frame that shows it.
 * What could not be written is said on other pages too, with the meeting's title.
 */
export function tellStatusLine(
  session: Pick<MeetingSession, 'id' | 'current'>,
): (state: SaveState, retry: () => void) => void {
  let stop: (() => void) | undefined
  const unsaved = (why: { error: AppError; retry?: () => void }) => {
    const about = { path: recordPath(session.id), title: session.current().title }
    setUnsaved(session.id, { state: 'failed', ...why, about })
  }
  return (state, retry) => {
    stop?.()
    stop = undefined
    if (state.kind !== 'failed' && state.kind !== 'conflict') setUnsaved(session.id)
    switch (state.kind) {
      case 'saved':
        return setSaveState(state.savedAt ? { state: 'saved', at: state.savedAt } : { state: 'idle' })
      case 'dirty':
        stop = after(saveTiming.frame, () => setSaveState({ state: 'saving' }))
        return
      case 'saving':
        setSaveState({ state: 'saving' })
        stop = after(slowAfter, () => setSaveState({ state: 'saving', slow: true }))
        return
      case 'failed':
        return unsaved({ error: state.error, retry })
      case 'conflict':
        return unsaved({ error: { code: 'conflict' } })
    }
  }
}

/** The autosave's way to the main process, the page and the status line. */
export function savePorts(session: MeetingSession): AutosavePorts {
  const tell = tellStatusLine(session)
  return {
    read: () => session.read(),
    save: (input) => callDoor('meetings.save', input),
    load: () => callDoor('meetings.get', { id: session.id }),
    adopt: (meeting) => session.adopt(meeting),
    writeDraft: (draft) => {
      ofWindow.write(draft)
      const { kind } = session.saveState()
      if (kind !== 'failed' && kind !== 'conflict') return
      lasting.write(draft)
      keepStorageSoon()
    },
    clearDraft: () => dropDraft(session.id),
    announce: (state) => {
      session.announced(state)
      tell(state, () => session.autosave.retry())
    },
    now: () => Date.now(),
    after,
  }
}

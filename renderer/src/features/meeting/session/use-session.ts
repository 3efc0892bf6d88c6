import { createContext, useContext, useMemo, useSyncExternalStore } from 'react'
import type { SaveState } from '../autosave/save-state'
import { Following } from '../head/panel-following'
import type { MeetingRest, MeetingSession } from './meeting-session'

export interface PageContext {
  session: MeetingSession
  readOnly: boolean
}

const Context = createContext<PageContext | undefined>(undefined)

/** Gives the parts of the page their meeting. */
export const MeetingProvider = Context.Provider

/** The open meeting and whether it may be changed. */
export function usePage(): PageContext {
  const page = useContext(Context)
  if (!page) throw new Error('outside of a meeting page')
  return page
}

/** Head and roll, kept fresh. */
export function useMeeting(): MeetingRest {
  return useMeetingPart((meeting) => meeting)
}

/** A part of head and roll, kept fresh; whoever asks is drawn anew only when that part is another. */
export function useMeetingPart<T>(part: (meeting: MeetingRest) => T): T {
  const { session } = usePage()
  const following = useContext(Following)
  const subscribe = useMemo(() => following(session.subscribe), [following, session])
  return useSyncExternalStore(subscribe, () => part(session.current()))
}

/** A part of how the last save of this meeting went, kept fresh; whoever asks is drawn anew only when that part is another. */
export function useMeetingSave<T>(part: (state: SaveState) => T): T {
  const { session } = usePage()
  return useSyncExternalStore(session.subscribe, () => part(session.saveState()))
}

import { fail, ok } from '../../shared/result'
import type { Deps, HandlersFor } from './deps'

type SoundCalls = HandlersFor<`sound.${string}`>

/** Handlers of sound recording: nothing of it works while the setting is off, except deleting. */
export function soundHandlers({
  workspace,
  settings,
  sound,
}: Pick<Deps, 'workspace' | 'settings' | 'sound'>): SoundCalls {
  return {
    'sound.allow': async ({ on }, { windowId }) => {
      if (on && !settings.settings.soundRecording) return fail('not-allowed')
      sound.allow(windowId, on)
      return ok(undefined)
    },
    'sound.addPiece': async (piece, { windowId }) => {
      if (!settings.settings.soundRecording || !sound.isOpen(windowId)) return fail('not-allowed')
      const session = workspace.session()
      return session.ok ? session.value.sound.add(piece) : session
    },
    'sound.remove': async ({ meetingId, recordingId }) => {
      const session = workspace.session()
      return session.ok ? session.value.store.past.removeRecording(meetingId, recordingId) : session
    },
  }
}

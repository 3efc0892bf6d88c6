import type { Editor } from '@tiptap/core'
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { momentOfPart, spotOfMoment } from '../../../../../shared/domain/recordings'
import { useAppInfo } from '../../../api/use-app-info'
import { notifyDone, notifyProblem } from '../../../ui/notify'
import { currentTop } from '../editor/commands/top-node'
import type { MeetingSession } from '../session/meeting-session'
import { useMeetingPart, usePage } from '../session/use-session'
import { Player, type PlayerState } from './player'
import type { Recorder, RecorderState } from './recorder'
import { useRecorder } from './use-recorder'

interface Sound {
  recorder: Recorder
  player: Player
}

const Context = createContext<Sound | undefined>(undefined)

/** Gives the parts of the page their recorder and player. */
export const SoundProvider = Context.Provider

function useSound(): Sound {
  const sound = useContext(Context)
  if (!sound) throw new Error('outside of a meeting page')
  return sound
}

/** Recorder and player of a meeting's page; both end with it. */
export function usePageSound(session: MeetingSession, readOnly: boolean): Sound {
  const { t } = useTranslation()
  const { settings } = useAppInfo()
  const recorder = useRecorder(session, settings.soundRecording && !readOnly)
  const [player] = useState(
    () =>
      new Player(
        new Audio(),
        session.id,
        () => session.current().recordings,
        () => notifyProblem(t('sound.player.failed')),
      ),
  )
  useEffect(() => () => player.close(), [player])
  const [sound] = useState({ recorder, player })
  return sound
}

/** The recorder and what it is doing, kept fresh. */
export function useRecording(): { recorder: Recorder; state: RecorderState } {
  const { recorder } = useSound()
  return { recorder, state: useSyncExternalStore(recorder.subscribe, recorder.state) }
}

/** The player and what it is doing, kept fresh. */
export function usePlaying(): { player: Player; state: PlayerState } {
  const { player } = useSound()
  return { player, state: useSyncExternalStore(player.subscribe, player.state) }
}

/** Ways to listen to what was being said while something was written. */
export interface Listening {
  /** Whether there is any sound. */
  recorded: boolean
  /** Whether a recording covers a block or an agenda item. */
  covers(id: string): boolean
  /** Plays what was said then; says so when nothing was recorded. */
  listen(id: string): void
}

/** Out: ways to listen to the sound of a block or an agenda item. */
export function useListening(): Listening {
  const { t } = useTranslation()
  const { session } = usePage()
  const recordings = useMeetingPart((meeting) => meeting.recordings)
  const { player } = useSound()
  const spotOf = (id: string) => {
    const moment = momentOfPart(session.read().agenda, id)
    return moment === undefined ? undefined : spotOfMoment(session.current().recordings, moment)
  }
  const recorded = recordings.some(({ pieces }) => pieces.length > 0)
  return {
    recorded,
    covers: (id) => recorded && spotOf(id) !== undefined,
    listen: (id) => {
      const spot = spotOf(id)
      if (spot) player.playFrom(spot)
      else notifyDone(t('sound.player.notCovered'), undefined, 'sound-not-covered')
    },
  }
}

/** Out: plays what was said while the block that holds the cursor was written. */
export function useListenHere(editor: Editor): () => void {
  const { listen } = useListening()
  return () => listen(String(currentTop(editor.state)?.node.attrs.partId ?? ''))
}

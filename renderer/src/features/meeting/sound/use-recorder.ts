import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { withPiece } from '../../../../../shared/domain/recordings'
import { newId } from '../../../../../shared/ids'
import { ok } from '../../../../../shared/result'
import { callDoor } from '../../../api/door'
import { registerFlush } from '../../../api/flush'
import { errorMessage } from '../../../ui/error-message'
import { notifyProblem } from '../../../ui/notify'
import type { MeetingSession } from '../session/meeting-session'
import { openMicrophone } from './microphone'
import { Recorder, type RecorderPorts, type SoundFault } from './recorder'

function portsOf(session: MeetingSession, failed: (fault: SoundFault) => void): RecorderPorts {
  const enter = (next: Parameters<typeof withPiece>[1], piece?: Parameters<typeof withPiece>[2]) =>
    session.setHead({ recordings: withPiece(session.current().recordings, next, piece) })
  return {
    openMicrophone,
    begun: ({ id, consentAt }) => enter({ id: id as `recording_${string}`, consentAt }),
    async keep({ id, consentAt }, { bytes, from, ms }) {
      const recordingId = id as `recording_${string}`
      const where = { meetingId: session.id, recordingId, consentAt }
      const kept = await callDoor('sound.addPiece', { ...where, bytes, from, ms })
      if (!kept.ok) return kept
      enter({ id: recordingId, consentAt }, { file: kept.value, from, ms })
      return ok(undefined)
    },
    failed,
    newId: () => newId('recording'),
    now: () => Date.now(),
    after: (ms, run) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
  }
}

/** The recorder of a meeting's page: it ends with the page, and what is closing waits for its last piece. */
export function useRecorder(session: MeetingSession, enabled: boolean): Recorder {
  const { t } = useTranslation()
  const [recorder] = useState(
    () =>
      new Recorder(
        portsOf(session, (fault) => {
          const why = fault.kind === 'app' ? errorMessage(fault.error) : t(`sound.faults.${fault.kind}`)
          notifyProblem(t('sound.stopped', { why }))
        }),
      ),
  )
  useEffect(() => {
    const endFlush = registerFlush(async () => {
      await recorder.cut()
      return session.autosave.flush()
    })
    session.beforeLeaving(() => recorder.stop())
    return () => {
      endFlush()
      void recorder.stop()
    }
  }, [recorder, session])
  useEffect(() => {
    if (!enabled) void recorder.stop()
  }, [recorder, enabled])
  return recorder
}

import { Button, Group, Modal, Text } from '@mantine/core'
import { IconHeadphones, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatEventTime, localDay } from '../../../../../shared/dates'
import { clockText } from '../../../../../shared/domain/item-times'
import { lengthOf } from '../../../../../shared/domain/recordings'
import type { MeetingRecording } from '../../../../../shared/records/meeting'
import { callDoor } from '../../../api/door'
import { useLanguage, useReadOnly } from '../../../api/use-app-info'
import { clockOf } from '../../../ui/moments'
import { notifyDone, notifyError } from '../../../ui/notify'
import { useMeetingPart, usePage } from '../session/use-session'
import classes from './recordings-line.module.css'
import { usePlaying, useRecording } from './use-sound'

/** The recordings of a meeting in its roll: that those present agreed; to be listened to, and deleted. */
export function RecordingsLine() {
  const recordings = useMeetingPart((meeting) => meeting.recordings)
  const [removing, setRemoving] = useState<MeetingRecording>()
  if (recordings.length === 0) return null
  return (
    <>
      <ul className={classes.list}>
        {recordings.map((recording) => (
          <Line key={recording.id} recording={recording} onRemove={() => setRemoving(recording)} />
        ))}
      </ul>
      <RemoveDialog recording={removing} onClose={() => setRemoving(undefined)} />
    </>
  )
}

function Line({ recording, onRemove }: { recording: MeetingRecording; onRemove: () => void }) {
  const { t } = useTranslation()
  const lang = useLanguage()
  const readOnly = useReadOnly()
  const { player } = usePlaying()
  const { state } = useRecording()
  const { consentAt, pieces } = recording
  const [first, last] = [pieces[0], pieces.at(-1)]
  const running = state.kind === 'on' && state.recordingId === recording.id
  const from = clockOf(first?.from ?? consentAt)
  const words = {
    date: formatEventTime(localDay(new Date(consentAt)), 'long', lang),
    consent: clockOf(consentAt),
    from,
    to: last ? clockOf(new Date(Date.parse(last.from) + last.ms).toISOString()) : '',
    length: clockText(lengthOf(recording)),
  }
  return (
    <li className={classes.line}>
      <span className={classes.words}>
        {t(first && !running ? 'sound.roll.consent' : 'sound.roll.started', words)}
      </span>
      {first && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconHeadphones size={14} stroke={1.5} />}
          aria-label={t('sound.roll.listenTo', words)}
          onClick={() => player.playFrom({ recordingId: recording.id, piece: 0, offset: 0 })}
        >
          {t('sound.roll.listen')}
        </Button>
      )}
      {!readOnly && !running && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="red"
          leftSection={<IconTrash size={14} stroke={1.5} />}
          aria-label={t('sound.roll.removeOf', words)}
          onClick={onRemove}
        >
          {t('sound.roll.remove')}
        </Button>
      )}
    </li>
  )
}

function RemoveDialog({
  recording,
  onClose,
}: {
  recording: MeetingRecording | undefined
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { session } = usePage()
  const { player, state } = usePlaying()
  const [working, setWorking] = useState(false)
  const remove = async () => {
    if (!recording) return
    setWorking(true)
    if (state.kind === 'open' && state.recordingId === recording.id) player.close()
    // Its last piece may still be on the way into the record.
    await session.autosave.flush()
    const removed = await callDoor('sound.remove', { meetingId: session.id, recordingId: recording.id })
    setWorking(false)
    onClose()
    if (removed.ok) notifyDone(t('sound.removing.done'))
    else notifyError(removed.error)
  }
  return (
    <Modal
      opened={recording !== undefined}
      onClose={onClose}
      title={t('sound.removing.title')}
      closeButtonProps={{ 'aria-label': t('common.actions.close') }}
    >
      <Text size="sm">{t('sound.removing.text')}</Text>
      <Group justify="flex-end" mt={16}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('sound.removing.back')}
        </Button>
        <Button color="red.9" loading={working} onClick={() => void remove()}>
          {t('sound.removing.run')}
        </Button>
      </Group>
    </Modal>
  )
}

import { Button, Group, Modal, Text } from '@mantine/core'
import { IconMicrophone, IconPlayerStopFilled } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clockText } from '../../../../../shared/domain/item-times'
import { useCommands } from '../../../api/commands'
import { useKeysLabel } from '../../../api/keys'
import { useAppInfo } from '../../../api/use-app-info'
import { usePage } from '../session/use-session'
import type { RecorderState } from './recorder'
import classes from './recording-control.module.css'
import { useRecording } from './use-sound'

function useElapsed(state: RecorderState): number {
  const [now, setNow] = useState(() => Date.now())
  const on = state.kind === 'on'
  useEffect(() => {
    if (!on) return
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [on])
  return on ? Math.max(0, now - state.startedAt) : 0
}

/** The microphone of this page; nothing while the setting is off or the minutes can only be read. */
export function RecordingControl() {
  const { readOnly } = usePage()
  const { settings } = useAppInfo()
  return settings.soundRecording && !readOnly ? <Control /> : null
}

function Control() {
  const { t } = useTranslation()
  const keysLabel = useKeysLabel()
  const [asking, setAsking] = useState(false)
  const { recorder, state } = useRecording()
  const elapsed = useElapsed(state)
  const toggle = () => {
    if (state.kind === 'off') setAsking(true)
    else void recorder.stop()
  }
  useCommands({ 'sound.record': toggle })
  const begin = () => {
    setAsking(false)
    void recorder.start(new Date().toISOString())
  }
  return (
    <div className={classes.control}>
      <span role="status" className={classes.status}>
        {state.kind === 'on' && (
          <>
            <span className={classes.light} aria-hidden />
            {t('sound.on')}
          </>
        )}
      </span>
      {state.kind === 'on' && (
        <span role="timer" aria-live="off" aria-label={t('sound.elapsed')} className={classes.time}>
          {clockText(elapsed)}
        </span>
      )}
      <Button
        size="compact-xs"
        variant="subtle"
        color={state.kind === 'on' ? 'red' : 'gray'}
        title={[t(state.kind === 'off' ? 'sound.startHint' : 'sound.stop'), keysLabel('sound.record')]
          .filter(Boolean)
          .join(' · ')}
        leftSection={state.kind === 'off' ? <IconMicrophone size={14} /> : <IconPlayerStopFilled size={14} />}
        onMouseDown={(event) => event.preventDefault()}
        onClick={toggle}
      >
        {t(state.kind === 'off' ? 'sound.start' : 'sound.stop')}
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('sound.consent.title')}
        closeButtonProps={{ 'aria-label': t('common.actions.close') }}
      >
        <Text size="sm">{t('sound.consent.text')}</Text>
        <Group justify="flex-end" mt={16}>
          <Button variant="default" onClick={() => setAsking(false)}>
            {t('sound.consent.back')}
          </Button>
          <Button onClick={begin} data-autofocus>
            {t('sound.consent.agree')}
          </Button>
        </Group>
      </Modal>
    </div>
  )
}

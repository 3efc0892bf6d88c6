import { ActionIcon, Button } from '@mantine/core'
import {
  IconHeadphones,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconRewindBackward10,
  IconRewindForward10,
  IconX,
} from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import { useTranslation } from 'react-i18next'
import { clockText } from '../../../../../shared/domain/item-times'
import { useCommands } from '../../../api/commands'
import { useKeysLabel } from '../../../api/keys'
import { clockOf } from '../../../ui/moments'
import { step } from './player'
import classes from './player-bar.module.css'
import { useListenHere, useListening, usePlaying } from './use-sound'

/** Listening to the recording: nothing while there is none. */
export function PlayerBar({ editor }: { editor: Editor }) {
  return useListening().recorded ? <Bar editor={editor} /> : null
}

function Bar({ editor }: { editor: Editor }) {
  const { t } = useTranslation()
  const keysLabel = useKeysLabel()
  const { player, state } = usePlaying()
  const listenHere = useListenHere(editor)
  const open = state.kind === 'open'
  useCommands({ 'sound.listen': listenHere, ...(open ? { 'sound.pause': () => player.toggle() } : {}) })
  if (!open) return null
  const withKeys = (words: string, id: 'sound.listen' | 'sound.pause') =>
    [words, keysLabel(id)].filter(Boolean).join(' · ')
  const icon = { size: 18, stroke: 1.5 }
  // The cursor stays in the text: one listens and writes on.
  const keepFocus = (event: React.MouseEvent) => event.preventDefault()
  const close = () => {
    player.close()
    editor.view.focus()
  }
  return (
    <section className={classes.bar} aria-label={t('sound.player.label')}>
      <ActionIcon
        aria-label={t('sound.player.back')}
        onMouseDown={keepFocus}
        onClick={() => player.skip(-step)}
      >
        <IconRewindBackward10 {...icon} />
      </ActionIcon>
      <ActionIcon
        variant="filled"
        color="petrol"
        aria-label={t(state.playing ? 'sound.player.pause' : 'sound.player.play')}
        title={withKeys(t(state.playing ? 'sound.player.pause' : 'sound.player.play'), 'sound.pause')}
        onMouseDown={keepFocus}
        onClick={() => player.toggle()}
      >
        {state.playing ? <IconPlayerPauseFilled size={16} /> : <IconPlayerPlayFilled size={16} />}
      </ActionIcon>
      <ActionIcon
        aria-label={t('sound.player.forward')}
        onMouseDown={keepFocus}
        onClick={() => player.skip(step)}
      >
        <IconRewindForward10 {...icon} />
      </ActionIcon>
      <span className={classes.place}>
        {t('sound.player.place', { at: clockText(state.at), length: clockText(state.length) })}
      </span>
      <span className={classes.clock}>
        {t('sound.player.clock', { clock: clockOf(new Date(state.moment).toISOString()) })}
      </span>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconHeadphones size={16} stroke={1.5} />}
        title={withKeys(t('sound.player.hereHint'), 'sound.listen')}
        onMouseDown={keepFocus}
        onClick={listenHere}
      >
        {t('sound.player.here')}
      </Button>
      <ActionIcon className={classes.close} aria-label={t('sound.player.close')} onClick={close}>
        <IconX {...icon} />
      </ActionIcon>
    </section>
  )
}

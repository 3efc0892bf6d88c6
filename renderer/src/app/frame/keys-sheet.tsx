import { ActionIcon, Button, Group, Modal, Text, TextInput, Title } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { commandIds, commands, type CommandId, type CommandSpec } from '../../../../shared/commands'
import {
  keyFault,
  keysFromPress,
  keysOf,
  keysTakenBy,
  keysWords,
  type KeyFault,
  type OwnKeys,
} from '../../../../shared/keys'
import { includesFolded } from '../../../../shared/text/turkish'
import { isMac, useCommands } from '../../api/commands'
import { callDoor } from '../../api/door'
import { useAppInfo } from '../../api/use-app-info'
import { FirstFocus } from '../../ui/first-focus'
import { notifyError } from '../../ui/notify'
import classes from './keys-sheet.module.css'

const fixedKeys = {
  bold: 'mod+B',
  italic: 'mod+I',
  undo: 'mod+Z',
  redo: 'mod+Y',
  slash: '/',
  mention: '@',
  link: '[[',
  openLink: 'mod+Enter',
  fields: 'Tab',
  below: 'Enter',
} as const
const fixedNames = Object.keys(fixedKeys) as (keyof typeof fixedKeys)[]

/** What is used while people talk comes first. */
const groups = ['write', 'time', 'find', 'comment', 'spell', 'meeting', 'search', 'new', 'edit', 'go']
const groupOf = (id: CommandId) => {
  const place = groups.indexOf(id.split('.')[0] ?? '')
  return place < 0 ? groups.length : place
}
const inOrder = [...commandIds].sort((a, b) => groupOf(a) - groupOf(b))

/** Keys with a change; what equals the default is left out. */
function changed(own: OwnKeys, id: CommandId, keys: string): OwnKeys {
  const { [id]: _old, ...others } = own
  const spec: CommandSpec = commands[id]
  return keys === (spec.keys ?? '') ? others : { ...others, [id]: keys }
}

interface RowProps {
  id: CommandId
  own: OwnKeys
  onOwn: (own: OwnKeys) => void
}

/** One command: its name and its keys, which a press changes. */
function KeyRow({ id, own, onOwn }: RowProps) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const [note, setNote] = useState<{ fault: KeyFault } | { taken: CommandId }>()
  const name = t(`commands.${id}`)
  const keys = keysOf(id, own)
  const shown = keys ? keysWords(keys, isMac) : t('work.keys.none')

  const onKeyDown = (event: KeyboardEvent) => {
    if (!asking) return
    if (event.key === 'Tab') return setAsking(false)
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return setAsking(false)
    if (event.key === 'Backspace' || event.key === 'Delete') {
      setAsking(false)
      return onOwn(changed(own, id, ''))
    }
    const pressed = keysFromPress(event, isMac)
    if (pressed === undefined) return
    const fault = keyFault(pressed)
    if (fault) return setNote({ fault })
    const other = keysTakenBy(pressed, id, own)
    setAsking(false)
    setNote(other ? { taken: other } : undefined)
    onOwn(changed(other ? changed(own, other, '') : own, id, pressed))
  }
  return (
    <li className={classes.row}>
      <span>{name}</span>
      <span className={classes.own}>
        {own[id] !== undefined && (
          <ActionIcon
            aria-label={t('work.keys.resetOf', { command: name })}
            title={t('work.keys.reset')}
            size="sm"
            onClick={() => {
              const { [id]: _old, ...others } = own
              onOwn(others)
            }}
          >
            <IconArrowBackUp size={16} stroke={1.5} />
          </ActionIcon>
        )}
        <button
          type="button"
          className={classes.keys}
          data-asking={asking || undefined}
          aria-label={asking ? t('work.keys.press') : t('work.keys.change', { command: name, keys: shown })}
          onClick={() => {
            setAsking(true)
            setNote(undefined)
          }}
          onBlur={() => setAsking(false)}
          onKeyDown={onKeyDown}
        >
          {asking ? t('work.keys.press') : shown}
        </button>
      </span>
      {note && (
        <Text size="xs" className={classes.note} role="alert">
          {'fault' in note
            ? t(`work.keys.faults.${note.fault}`)
            : t('work.keys.taken', { command: t(`commands.${note.taken}`) })}
        </Text>
      )}
    </li>
  )
}

/** All keys of the program on one sheet, where they can be changed too; F1 opens it on every screen. */
export function KeysSheet() {
  const { t } = useTranslation()
  const own = useAppInfo().settings.keys
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState('')
  useCommands({ 'help.keys': () => setOpen((now) => !now) })
  const save = async (keys: OwnKeys) => {
    const saved = await callDoor('app.saveSettings', { keys })
    if (!saved.ok) notifyError(saved.error)
  }
  const matching = (name: string, keys: string) =>
    includesFolded(`${name} ${keysWords(keys, isMac)}`, words.trim())
  const listed = inOrder.filter((id) => matching(t(`commands.${id}`), keysOf(id, own) ?? ''))
  const fixed = fixedNames.filter((name) => matching(t(`work.keys.fixedKeys.${name}`), fixedKeys[name]))
  return (
    <Modal
      opened={open}
      onClose={() => setOpen(false)}
      title={t('work.keys.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.actions.close') }}
    >
      <FirstFocus />
      <Text size="sm" c="dimmed">
        {t('work.keys.text')}
      </Text>
      <Group my={12} gap={12} align="end">
        <TextInput
          data-autofocus
          className={classes.find}
          aria-label={t('work.keys.find')}
          placeholder={t('work.keys.find')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Button variant="default" disabled={Object.keys(own).length === 0} onClick={() => void save({})}>
          {t('work.keys.resetAll')}
        </Button>
      </Group>
      {listed.length + fixed.length === 0 && <Text size="sm">{t('work.keys.nothing')}</Text>}
      <ul className={classes.list}>
        {listed.map((id) => (
          <KeyRow key={id} id={id} own={own} onOwn={(next) => void save(next)} />
        ))}
      </ul>
      {fixed.length > 0 && (
        <>
          <Title order={3} size="sm" mt={16}>
            {t('work.keys.fixed')}
          </Title>
          <ul className={classes.list}>
            {fixed.map((name) => (
              <li key={name} className={classes.row}>
                <span>{t(`work.keys.fixedKeys.${name}`)}</span>
                <kbd className={classes.fixed}>{keysWords(fixedKeys[name], isMac)}</kbd>
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  )
}

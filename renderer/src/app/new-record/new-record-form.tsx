import { Button, Group, Stack, Text, TextInput, UnstyledButton } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { createFromName } from '../../api/create-record'
import { callDoor } from '../../api/door'
import { notifyError } from '../../ui/notify'
import { useChoices } from '../../ui/use-choices'
import classes from './new-record.module.css'

export type NewRecordType = 'participant' | 'agency' | 'body' | 'note'

/** Adds a record from its name; names that exist already are shown, so that nothing is entered twice. */
export function NewRecordForm({ type, onDone }: { type: NewRecordType; onDone: (id: string) => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const finds = type !== 'note' && name.trim().length > 1
  const { choices } = useChoices(type === 'note' ? ['agency'] : [type], name, finds)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '' || busy) return
    setBusy(true)
    const made =
      type === 'note'
        ? await callDoor('records.create', { type, fields: { title: name.trim(), markdown: '' } })
        : await createFromName(type, name)
    setBusy(false)
    if (made.ok) onDone(made.value.id)
    else notifyError(made.error)
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap={16}>
        <TextInput
          label={t(`newRecord.name.${type}`)}
          description={t(`newRecord.hint.${type}`)}
          value={name}
          maxLength={2000}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        {finds && choices.length > 0 && (
          <div>
            <Text size="xs" c="dimmed" mb={4}>
              {t('newRecord.similar')}
            </Text>
            <ul className={classes.similar}>
              {choices.slice(0, 4).map((choice) => (
                <li key={choice.id}>
                  <UnstyledButton className={classes.known} onClick={() => onDone(choice.id)}>
                    {choice.label}
                    {choice.detail && <span className={classes.detail}>{choice.detail}</span>}
                  </UnstyledButton>
                </li>
              ))}
            </ul>
          </div>
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={busy} disabled={name.trim() === ''}>
            {t('newRecord.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

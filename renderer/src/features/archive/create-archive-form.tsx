import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'

/** Asks for the name of a new archive and roughly where it shall be. */
export function CreateArchiveForm({
  onCreate,
}: {
  onCreate: (name: string, where: 'default' | 'ask') => Promise<void>
}) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [where, setWhere] = useState<'default' | 'ask'>('default')
  const [busy, setBusy] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '' || busy) return
    setBusy(true)
    void onCreate(name.trim(), where).finally(() => setBusy(false))
  }
  return (
    <form onSubmit={submit}>
      <Stack gap={16}>
        <Text size="sm" c="dimmed">
          {t('archive.create.text')}
        </Text>
        <TextInput
          label={t('archive.create.name')}
          placeholder={t('archive.create.namePlaceholder')}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <Radio.Group
          label={t('archive.create.where')}
          value={where}
          onChange={(value) => setWhere(value === 'ask' ? 'ask' : 'default')}
        >
          <Stack gap={8} mt={4}>
            <Radio value="default" label={t('archive.create.whereDefault')} />
            <Radio value="ask" label={t('archive.create.whereAsk')} />
          </Stack>
        </Radio.Group>
        <Group justify="flex-end" gap={8}>
          <Button type="submit" loading={busy} disabled={name.trim() === ''}>
            {t('archive.create.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

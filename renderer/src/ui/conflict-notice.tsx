import { Alert, Button, Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { callDoor } from '../api/door'
import type { RecordDraft } from '../api/record-draft'
import { notifyError } from './notify'

/** Tells that a record was changed elsewhere, and lets the user choose. */
export function ConflictNotice({
  id,
  draft,
  outside,
}: {
  id: string
  draft: RecordDraft | undefined
  outside: boolean
}) {
  const { t } = useTranslation()
  if (outside) {
    const accept = async () => {
      const accepted = await callDoor('archive.acceptOutside', { id })
      if (!accepted.ok) notifyError(accepted.error)
    }
    return (
      <Alert
        color="yellow"
        variant="light"
        icon={<IconAlertTriangle />}
        title={t('common.conflict.outside')}
        mb={16}
      >
        {t('common.conflict.outsideText')}
        <Group mt={8}>
          <Button size="compact-sm" variant="light" onClick={() => void accept()}>
            {t('common.conflict.accept')}
          </Button>
        </Group>
      </Alert>
    )
  }
  if (draft?.failure?.code !== 'conflict') return null
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<IconAlertTriangle />}
      title={t('common.conflict.title')}
      mb={16}
    >
      {t('common.conflict.text')}
      <Group mt={8} gap={8}>
        <Button size="compact-sm" variant="light" onClick={() => void draft.keepMine()}>
          {t('common.conflict.mine')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => draft.takeTheirs()}>
          {t('common.conflict.theirs')}
        </Button>
      </Group>
    </Alert>
  )
}

import { ActionIcon, Button, Group, Title } from '@mantine/core'
import { IconFile, IconPaperclip, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AttachmentRef } from '../../../../shared/records/define-record'
import { callDoor } from '../../api/door'
import { notifyError } from '../../ui/notify'
import classes from './note.module.css'

/** Files kept with a note. */
export function NoteAttachments({
  attachments,
  disabled,
  onSave,
}: {
  attachments: readonly AttachmentRef[]
  disabled: boolean
  onSave: (attachments: AttachmentRef[]) => void
}) {
  const { t } = useTranslation()
  const add = async () => {
    const added = await callDoor('attachments.add')
    if (!added.ok) return notifyError(added.error)
    const known = new Set(attachments.map(({ sha256 }) => sha256))
    onSave([...attachments, ...added.value.filter(({ sha256 }) => !known.has(sha256))])
  }
  const open = async ({ sha256, ext }: AttachmentRef) => {
    const opened = await callDoor('attachments.open', { sha256, ext })
    if (!opened.ok) notifyError(opened.error)
  }
  if (disabled && attachments.length === 0) return null
  return (
    <section className={classes.section}>
      <Group justify="space-between">
        <Title order={2} fz={14} lh="20px">
          {t('cards.note.attachments')}
        </Title>
        {!disabled && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPaperclip size={16} stroke={1.5} />}
            onClick={() => void add()}
          >
            {t('cards.note.addAttachment')}
          </Button>
        )}
      </Group>
      <ul className={classes.attachments}>
        {attachments.map((attachment) => (
          <li key={attachment.sha256}>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconFile size={16} stroke={1.5} />}
              aria-label={t('cards.note.openAttachment', { name: attachment.name })}
              onClick={() => void open(attachment)}
            >
              {attachment.name}
            </Button>
            {!disabled && (
              <ActionIcon
                size={26}
                aria-label={t('cards.note.removeAttachment', { name: attachment.name })}
                onClick={() => onSave(attachments.filter(({ sha256 }) => sha256 !== attachment.sha256))}
              >
                <IconX size={14} stroke={1.75} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

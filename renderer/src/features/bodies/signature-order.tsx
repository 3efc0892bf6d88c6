import { ActionIcon, Group, Stack, Text, Title } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { inSignatureOrder, movedSigner } from '../../../../shared/domain/signature-order'
import type { Body } from '../../../../shared/records/body'
import { useRecordName } from '../../ui/use-record-name'

function Signer({
  participantId,
  number,
  last,
  disabled,
  onMove,
}: {
  participantId: string
  number: number
  last: boolean
  disabled: boolean
  onMove: (by: -1 | 1) => void
}) {
  const { t } = useTranslation()
  const name = useRecordName(participantId) ?? ''
  const label = (key: 'moveUp' | 'moveDown') => `${t(`common.actions.${key}`)}: ${name}`
  return (
    <Group component="li" gap={4} wrap="nowrap" justify="space-between">
      <Text size="sm">
        {number}. {name}
      </Text>
      {!disabled && (
        <Group gap={4} wrap="nowrap">
          <ActionIcon aria-label={label('moveUp')} disabled={number === 1} onClick={() => onMove(-1)}>
            <IconArrowUp size={16} stroke={1.5} />
          </ActionIcon>
          <ActionIcon aria-label={label('moveDown')} disabled={last} onClick={() => onMove(1)}>
            <IconArrowDown size={16} stroke={1.5} />
          </ActionIcon>
        </Group>
      )}
    </Group>
  )
}

/** The order in which members stand on the roll of a new meeting, and sign below its minutes. */
export function SignatureOrder({
  body,
  disabled,
  onSave,
}: {
  body: Body
  disabled: boolean
  onSave: (order: Body['signatureOrder']) => void
}) {
  const { t } = useTranslation()
  const members = inSignatureOrder(body)
  if (members.length < 2) return null
  return (
    <div role="group" aria-label={t('cards.body.signatures')}>
      <Title order={3} mt={8} mb={4}>
        {t('cards.body.signatures')}
      </Title>
      <Text size="xs" c="dimmed" mb={8}>
        {t('cards.body.signaturesHint')}
      </Text>
      <Stack component="ol" gap={2} m={0} p={0} style={{ listStyle: 'none' }}>
        {members.map(({ id, participantId }, index) => (
          <Signer
            key={id}
            participantId={participantId}
            number={index + 1}
            last={index === members.length - 1}
            disabled={disabled}
            onMove={(by) => onSave(movedSigner(body, id, by))}
          />
        ))}
      </Stack>
    </div>
  )
}

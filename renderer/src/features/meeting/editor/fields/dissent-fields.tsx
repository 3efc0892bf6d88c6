import { ActionIcon, NativeSelect, TextInput, Textarea } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useId, useRef } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { newId } from '../../../../../../shared/ids'
import type { DecisionBlock } from '../../../../../../shared/records/blocks'
import { useMeetingPart } from '../../session/use-session'
import classes from './fields.module.css'

type Dissent = DecisionBlock['dissents'][number]

/** Who dissented or put a reservation, with the reason; names come from the roll. */
export function DissentFields({
  dissents,
  onDissents,
  disabled,
}: {
  dissents: readonly Dissent[]
  onDissents: (dissents: Dissent[]) => void
  disabled?: boolean
}) {
  const { t } = useTranslation()
  const attendance = useMeetingPart((meeting) => meeting.attendance)
  const listId = useId()
  const lastKind = useRef<HTMLSelectElement>(null)
  const names = attendance.flatMap((row) =>
    row.name ? [[row.prefix, row.name].filter(Boolean).join(' ')] : [],
  )
  const change = (id: string, patch: Partial<Dissent>) =>
    onDissents(dissents.map((row) => (row.id === id ? { ...row, ...patch } : row)))
  const add = () => {
    flushSync(() =>
      onDissents([...dissents, { id: newId('dissent'), kind: 'dissent', name: '', reason: '' }]),
    )
    // Who added one goes on writing in it.
    lastKind.current?.focus()
  }
  const rowOf = (name: string) =>
    attendance.find((row) => [row.prefix, row.name].filter(Boolean).join(' ') === name || row.name === name)
      ?.id
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0, display: 'grid', gap: 8 }}>
      <legend className="tt-unseen">{t('meeting.decision.dissents')}</legend>
      <datalist id={listId}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {dissents.map((row, index) => (
        <div key={row.id} className={classes.dissent}>
          <NativeSelect
            ref={index === dissents.length - 1 ? lastKind : undefined}
            size="xs"
            aria-label={t('meeting.decision.dissentKind')}
            disabled={disabled}
            value={row.kind}
            data={[
              { value: 'dissent', label: t('meeting.decision.dissent') },
              { value: 'reservation', label: t('meeting.decision.reservation') },
            ]}
            onChange={(event) =>
              change(row.id, { kind: event.currentTarget.value === 'dissent' ? 'dissent' : 'reservation' })
            }
          />
          <TextInput
            size="xs"
            aria-label={t('meeting.decision.dissentName')}
            placeholder={t('meeting.decision.dissentName')}
            list={listId}
            disabled={disabled}
            value={row.name}
            onChange={(event) =>
              change(row.id, {
                name: event.currentTarget.value,
                attendanceId: rowOf(event.currentTarget.value),
              })
            }
          />
          <ActionIcon
            size={28}
            aria-label={t('meeting.decision.removeDissent')}
            disabled={disabled}
            onClick={() => onDissents(dissents.filter((other) => other !== row))}
          >
            <IconX size={16} stroke={1.5} />
          </ActionIcon>
          <Textarea
            size="xs"
            autosize
            minRows={1}
            aria-label={t('meeting.decision.dissentReason')}
            placeholder={t('meeting.decision.dissentReason')}
            disabled={disabled}
            value={row.reason}
            onChange={(event) => change(row.id, { reason: event.currentTarget.value })}
          />
        </div>
      ))}
      {!disabled && (
        <div>
          <button type="button" className={classes.more} onClick={add}>
            {t('meeting.decision.addDissent')}
          </button>
        </div>
      )}
    </fieldset>
  )
}

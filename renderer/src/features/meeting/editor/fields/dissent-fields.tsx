import { ActionIcon, Autocomplete, NativeSelect, Textarea, type OptionsFilter } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { newId } from '../../../../../../shared/ids'
import type { DecisionBlock } from '../../../../../../shared/records/blocks'
import { startsWithFolded } from '../../../../../../shared/text/turkish'
import { FocusAfter } from '../../../../ui/first-focus'
import { rowName } from '../../roll/roll-rows'
import { useMeetingPart } from '../../session/use-session'
import classes from './fields.module.css'

type Dissent = DecisionBlock['dissents'][number]

/** Names one of whose words begins with what was typed, whatever the letters: `is` finds İsmail. */
const byBeginning: OptionsFilter = ({ options, search, limit }) =>
  options
    .filter(
      (option) =>
        'value' in option &&
        [option.label, ...option.label.split(/\s+/)].some((words) => startsWithFolded(words, search.trim())),
    )
    .slice(0, limit)

/** Who dissented or put a reservation, with the reason; Enter takes a name of the roll, other names stand as they are typed. */
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
  const lastKind = useRef<HTMLSelectElement>(null)
  const adding = useRef<HTMLButtonElement>(null)
  const named = attendance.filter((row) => row.name)
  // Two people may have the same name.
  const names = [...new Set(named.map(rowName))]
  const change = (id: string, patch: Partial<Dissent>) =>
    onDissents(dissents.map((row) => (row.id === id ? { ...row, ...patch } : row)))
  const add = () => {
    flushSync(() =>
      onDissents([...dissents, { id: newId('dissent'), kind: 'dissent', name: '', reason: '' }]),
    )
    // Who added one goes on writing in it.
    lastKind.current?.focus()
  }
  const rowOf = (name: string) => named.find((row) => rowName(row) === name || row.name === name)?.id
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0, display: 'grid', gap: 8 }}>
      <legend className="tt-unseen">{t('meeting.decision.dissents')}</legend>
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
          <Autocomplete
            size="xs"
            aria-label={t('meeting.decision.dissentName')}
            placeholder={t('meeting.decision.dissentName')}
            data={names}
            filter={byBeginning}
            limit={8}
            selectFirstOptionOnChange
            openOnFocus={false}
            disabled={disabled}
            value={row.name}
            onChange={(name) => change(row.id, { name, attendanceId: rowOf(name) })}
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
          <FocusAfter to={() => adding.current?.focus()} />
        </div>
      ))}
      {!disabled && (
        <div>
          <button ref={adding} type="button" className={classes.more} onClick={add}>
            {t('meeting.decision.addDissent')}
          </button>
        </div>
      )}
    </fieldset>
  )
}

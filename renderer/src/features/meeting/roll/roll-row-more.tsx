import { Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Attendance } from '../../../../../shared/records/attendance'
import fieldClasses from '../editor/fields/fields.module.css'
import { InlineInput } from '../editor/fields/inline-input'
import { InlineSelect } from '../editor/fields/inline-select'
import { usePage } from '../session/use-session'
import { useAgendaTitles } from './agenda-titles'

const kinds = ['none', 'deputy', 'on-behalf'] as const

/** Prefix, for whom somebody stood in, a note, and what can be done with the row. */
export function RollRowMore({
  row,
  name,
  onChange,
  onMove,
  onRemove,
  onDone,
}: {
  row: Attendance
  name: string
  onChange: (patch: Partial<Attendance>) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
  /** Enter or Esc in a field: back to the row. */
  onDone: () => void
}) {
  const { t } = useTranslation()
  const { readOnly } = usePage()
  const items = useAgendaTitles().filter(({ title }) => title !== '')
  const itemOptions = [
    { value: '', label: t('roll.whole') },
    ...items.map(({ id, title }) => ({ value: id, label: title })),
  ]
  const { actingFor } = row
  return (
    <div
      className={fieldClasses.row}
      role="presentation"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && (event.key !== 'Enter' || event.target instanceof HTMLButtonElement))
          return
        event.preventDefault()
        event.stopPropagation()
        onDone()
      }}
    >
      {row.name && (
        <InlineInput
          label={t('meeting.roll.prefix')}
          caption={t('meeting.roll.prefix')}
          placeholder="…"
          disabled={readOnly}
          value={row.prefix ?? ''}
          onText={(prefix) => onChange({ prefix: prefix.trim() === '' ? undefined : prefix })}
        />
      )}
      <InlineSelect
        label={t('meeting.roll.actingKind')}
        caption={t('meeting.roll.actingKind')}
        disabled={readOnly}
        value={actingFor?.kind ?? 'none'}
        options={kinds.map((value) => ({ value, label: t(`meeting.roll.acting.${value}`) }))}
        onChoose={(kind) =>
          onChange({ actingFor: kind === 'none' ? undefined : { kind, name: actingFor?.name ?? '' } })
        }
      />
      {actingFor && (
        <InlineInput
          id={`${row.id}-acting`}
          label={t('meeting.roll.actingFor')}
          caption={t('meeting.roll.actingFor')}
          placeholder="…"
          chars={16}
          disabled={readOnly}
          value={actingFor.name}
          onText={(whom) => onChange({ actingFor: { ...actingFor, name: whom } })}
        />
      )}
      {(['cameAtItemId', 'leftAtItemId'] as const).map((field) => (
        <InlineSelect
          key={field}
          label={t(`roll.${field}`)}
          caption={t(`roll.${field}`)}
          disabled={readOnly}
          value={row[field] ?? ''}
          options={itemOptions}
          onChoose={(item) => onChange({ [field]: item === '' ? undefined : item })}
        />
      ))}
      <InlineInput
        label={t('meeting.roll.note')}
        caption={t('meeting.roll.note')}
        placeholder="…"
        disabled={readOnly}
        value={row.note ?? ''}
        onText={(note) => onChange({ note: note.trim() === '' ? undefined : note })}
      />
      {!readOnly && (
        <span>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            leftSection={<IconArrowUp size={14} />}
            aria-label={t('meeting.roll.up', { name })}
            onClick={() => onMove(-1)}
          >
            {t('common.actions.moveUp')}
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            leftSection={<IconArrowDown size={14} />}
            aria-label={t('meeting.roll.down', { name })}
            onClick={() => onMove(1)}
          >
            {t('common.actions.moveDown')}
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={14} />}
            aria-label={t('meeting.roll.remove', { name })}
            onClick={onRemove}
          >
            {t('common.actions.remove')}
          </Button>
        </span>
      )}
    </div>
  )
}

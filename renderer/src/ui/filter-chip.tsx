import { ActionIcon, Button, Popover } from '@mantine/core'
import { IconChevronDown, IconX } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FirstFocus } from './first-focus'
import classes from './filter-chip.module.css'

/** A quiet filter above a list: its name, what it is set to, and a small panel to set it. */
export function FilterChip({
  label,
  value,
  onClear,
  children,
}: {
  label: string
  /** What it is set to, as words; undefined = not filtering. */
  value?: string | undefined
  onClear: () => void
  children: (close: () => void) => ReactNode
}) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <span className={classes.chip} data-set={value !== undefined || undefined}>
      <Popover opened={open} onChange={setOpen} position="bottom-start" shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            className={classes.button}
            rightSection={value === undefined ? <IconChevronDown size={14} stroke={1.75} /> : undefined}
            onClick={() => setOpen(!open)}
          >
            {value === undefined ? label : `${label}: ${value}`}
          </Button>
        </Popover.Target>
        <Popover.Dropdown p={8} className={classes.panel} aria-label={label}>
          <FirstFocus />
          {children(() => setOpen(false))}
        </Popover.Dropdown>
      </Popover>
      {value !== undefined && (
        <ActionIcon
          size={24}
          aria-label={t('common.list.clearFilter', { name: label })}
          onClick={onClear}
          className={classes.clear}
        >
          <IconX size={14} stroke={1.75} />
        </ActionIcon>
      )}
    </span>
  )
}

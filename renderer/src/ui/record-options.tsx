import { Combobox, Text } from '@mantine/core'
import { IconBuilding, IconGavel, IconPlus, IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PickedType } from '../api/create-record'
import { createOption, type RecordCombobox } from './use-record-combobox'
import classes from './record-picker.module.css'

const icons = { agency: IconBuilding, body: IconGavel } as const

/** The list below a record picker: matches with their second line, then the offer to create. */
export function RecordOptions({
  state,
  create,
  label,
}: {
  state: RecordCombobox
  create: PickedType | undefined
  label: string
}) {
  const { t } = useTranslation()
  const nothing = state.settled && state.choices.length === 0 && !state.mayCreate
  return (
    <Combobox.Dropdown>
      <Combobox.Options aria-label={label} className={classes.options}>
        {state.choices.map((choice) => {
          const Icon = choice.type in icons ? icons[choice.type as keyof typeof icons] : IconUser
          return (
            <Combobox.Option value={choice.id} key={choice.id} className={classes.option}>
              <Icon size={16} stroke={1.5} aria-hidden />
              <span className={classes.words}>
                <span className={classes.label}>
                  {[choice.prefix, choice.label].filter(Boolean).join(' ')}
                </span>
                {choice.detail && <span className={classes.detail}>{choice.detail}</span>}
              </span>
            </Combobox.Option>
          )
        })}
        {state.mayCreate && create && (
          <Combobox.Option value={createOption} className={classes.option} data-create>
            <IconPlus size={16} stroke={1.5} aria-hidden />
            <span className={classes.label}>{t(`common.picker.create.${create}`, { name: state.name })}</span>
          </Combobox.Option>
        )}
      </Combobox.Options>
      {nothing && (
        <Text size="sm" c="dimmed" p={8} role="status">
          {t(state.name ? 'common.picker.nothing' : 'common.picker.typeToFind')}
        </Text>
      )}
    </Combobox.Dropdown>
  )
}

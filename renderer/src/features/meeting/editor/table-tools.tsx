import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconTable } from '@tabler/icons-react'
import type { ChainedCommands, Editor } from '@tiptap/core'
import { useTranslation } from 'react-i18next'
import { FirstFocus } from '../../../ui/first-focus'
import { inText } from './in-text'
import classes from './toolbar.module.css'

const tools = {
  rowAdd: (chain: ChainedCommands) => chain.addRowAfter(),
  columnAdd: (chain: ChainedCommands) => chain.addColumnAfter(),
  rowRemove: (chain: ChainedCommands) => chain.deleteRow(),
  columnRemove: (chain: ChainedCommands) => chain.deleteColumn(),
  tableRemove: (chain: ChainedCommands) => chain.deleteTable(),
} as const
const names = Object.keys(tools) as (keyof typeof tools)[]

/** Rows and columns of the table that holds the cursor. */
export function TableTools({ editor }: { editor: Editor }) {
  const { t } = useTranslation()
  return (
    <Menu>
      <Menu.Target>
        <Tooltip label={t('meeting.editor.tableTools')}>
          <ActionIcon
            aria-label={t('meeting.editor.tableTools')}
            className={classes.tool}
            aria-pressed
            onMouseDown={(event) => event.preventDefault()}
          >
            <IconTable size={18} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <FirstFocus />
        {names.map((name) => (
          <Menu.Item key={name} onClick={() => tools[name](inText(editor)).run()}>
            {t(`meeting.editor.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

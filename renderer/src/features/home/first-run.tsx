import { Title } from '@mantine/core'
import { IconBook2, IconFilePlus, IconFolderOpen, IconRestore, type TablerIcon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CommandId } from '../../../../shared/commands'
import { runCommand } from '../../api/commands'
import classes from './first-run.module.css'
import { RecentArchives } from './recent-archives'

const choices: { key: 'empty' | 'sample' | 'open' | 'restore'; command: CommandId; Icon: TablerIcon }[] = [
  { key: 'empty', command: 'archive.create', Icon: IconFilePlus },
  { key: 'sample', command: 'archive.sample', Icon: IconBook2 },
  { key: 'open', command: 'archive.open', Icon: IconFolderOpen },
  { key: 'restore', command: 'backup.restoreFile', Icon: IconRestore },
]

/** No archive is open: a new one, the sample, a folder, or one used before. */
export function FirstRun() {
  const { t } = useTranslation()
  return (
    <div className={classes.page}>
      <div className={classes.column}>
        <Title order={1}>{t('home.first.title')}</Title>
        <p className={classes.text}>{t('home.first.text')}</p>
        <RecentArchives />
        <ul className={classes.choices}>
          {choices.map(({ key, command, Icon }) => (
            <li key={key}>
              <button type="button" className={classes.choice} onClick={() => runCommand(command)}>
                <Icon size={24} stroke={1.5} aria-hidden />
                <span>
                  <span className={classes.choiceName}>{t(`home.first.${key}`)}</span>
                  <span className={classes.choiceText}>{t(`home.first.${key}Text`)}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

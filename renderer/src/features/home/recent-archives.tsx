import { ActionIcon, Title, Tooltip } from '@mantine/core'
import { IconArchive, IconPlugConnectedX, IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { RecentArchive } from '../../../../shared/contract/app-contract'
import { callDoor } from '../../api/door'
import { useAppInfo } from '../../api/use-app-info'
import { notifyError } from '../../ui/notify'
import classes from './first-run.module.css'

/** Archives used before; one that cannot be reached is explained, it is no error. */
export function RecentArchives() {
  const { t } = useTranslation()
  const { recent } = useAppInfo()
  const client = useQueryClient()
  if (recent.length === 0) return null
  const refresh = () => client.invalidateQueries({ queryKey: ['app.info'] })
  const open = async ({ key }: RecentArchive) => {
    const answer = await callDoor('archive.open', { recentKey: key })
    if (!answer.ok) notifyError(answer.error)
    await refresh()
  }
  const forget = async ({ key }: RecentArchive) => {
    await callDoor('archive.forgetRecent', { key })
    await refresh()
  }
  return (
    <section className={classes.section} aria-labelledby="recent-archives">
      <Title order={2} id="recent-archives">
        {t('home.recent.title')}
      </Title>
      <ul className={classes.recent}>
        {recent.map((archive) => {
          const { key, name, folder, reachable } = archive
          const Icon = reachable ? IconArchive : IconPlugConnectedX
          return (
            <li key={key} className={`${classes.row} ${reachable ? '' : classes.gone}`}>
              <button
                type="button"
                className={classes.open}
                onClick={() => void open(archive)}
                aria-label={t('home.recent.open', { name })}
              >
                <Icon size={24} stroke={1.5} aria-hidden />
                <span>
                  <span className={classes.choiceName}>{name}</span>
                  <span className={classes.choiceText}>{folder}</span>
                  {!reachable && (
                    <>
                      <span className={classes.away}>{t('home.recent.gone')}</span>
                      <span className={classes.choiceText}>{t('home.recent.goneText')}</span>
                    </>
                  )}
                </span>
              </button>
              <Tooltip label={t('home.recent.forget', { name })}>
                <ActionIcon
                  aria-label={t('home.recent.forget', { name })}
                  onClick={() => void forget(archive)}
                >
                  <IconX size={16} stroke={1.5} />
                </ActionIcon>
              </Tooltip>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

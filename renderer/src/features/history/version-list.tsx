import { useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { VersionInfo } from '../../../../shared/contract/history-contract'
import { exactMomentOf } from '../../ui/moments'
import classes from './history.module.css'
import { whyWords } from './use-versions'

/** A record's versions, the newest first; arrow keys move, the chosen one is compared beside the list. */
export function VersionList({
  versions,
  chosen,
  onChoose,
}: {
  versions: readonly VersionInfo[]
  chosen: string
  onChoose: (hash: string) => void
}) {
  const { t } = useTranslation()
  const list = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = versions.findIndex(({ hash }) => hash === chosen)
    const next = versions[Math.max(0, Math.min(versions.length - 1, at + step))]
    if (!next) return
    onChoose(next.hash)
    list.current?.querySelector<HTMLElement>(`[data-hash="${next.hash}"]`)?.focus()
  }
  return (
    <div className={classes.versions} role="listbox" aria-label={t('history.list')} ref={list}>
      {versions.map((version) => {
        const { hash, savedAt, savedBy, machine, current } = version
        const who = savedBy || t('history.noName')
        return (
          <div
            key={hash}
            role="option"
            aria-selected={hash === chosen}
            tabIndex={hash === chosen ? 0 : -1}
            data-hash={hash}
            className={classes.version}
            onClick={() => onChoose(hash)}
            onKeyDown={move}
          >
            <span className={classes.when}>
              {exactMomentOf(savedAt)}
              {current && <span className={classes.current}>{t('history.current')}</span>}
            </span>
            <span>{whyWords(version, t)}</span>
            <span className={classes.dim}>{[who, machine ?? t('history.unknownMachine')].join(' · ')}</span>
          </div>
        )
      })}
    </div>
  )
}

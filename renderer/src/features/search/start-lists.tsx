import { ActionIcon, TextInput } from '@mantine/core'
import { IconBookmark, IconHistory, IconPencil, IconSearch, IconTrash, IconX } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedSearch, SearchRequest } from '../../../../shared/domain/kept-searches'
import { EmptyState } from '../../ui/empty-state'
import { IndexNotice } from '../../ui/index-notice'
import { notifyDone } from '../../ui/notify'
import { useKeptSearches } from './kept-searches'
import { useRequestWords } from './request-words'
import classes from './search-page.module.css'

function Row({
  Icon,
  name,
  detail,
  onRun,
  children,
}: {
  Icon: typeof IconHistory
  name: string
  detail?: string
  onRun: () => void
  children: ReactNode
}) {
  return (
    <li className={classes.keptRow}>
      <button type="button" className={classes.run} onClick={onRun}>
        <Icon size={18} stroke={1.5} aria-hidden />
        <span className={classes.runName}>{name}</span>
        {detail && <span className={classes.runDetail}>{detail}</span>}
      </button>
      {children}
    </li>
  )
}

function NameForm({ name, onDone }: { name: string; onDone: (name: string | undefined) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState(name)
  const done = () => onDone(text.trim() === '' ? undefined : text.trim())
  return (
    <li className={classes.keptRow}>
      <TextInput
        flex={1}
        size="sm"
        aria-label={t('searchPage.keptLists.newName')}
        value={text}
        maxLength={200}
        // The field takes the place of the button that was pressed.
        ref={(input) => input?.focus()}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={done}
        onKeyDown={(event) => {
          if (event.key === 'Enter') done()
          if (event.key !== 'Escape') return
          event.preventDefault()
          onDone(undefined)
        }}
      />
    </li>
  )
}

function SavedRow({ search, onRun }: { search: SavedSearch; onRun: (request: SearchRequest) => void }) {
  const { t } = useTranslation()
  const { change } = useKeptSearches()
  const [renaming, setRenaming] = useState(false)
  const { id, name, request } = search
  const words = useRequestWords(request)
  if (renaming)
    return (
      <NameForm
        name={name}
        onDone={(next) => {
          setRenaming(false)
          if (next !== undefined && next !== name) change({ kind: 'rename', id, name: next })
        }}
      />
    )
  const remove = () => {
    change({ kind: 'remove', id })
    notifyDone(t('searchPage.keptLists.removed', { name }), [
      { label: t('common.actions.undo'), onClick: () => change({ kind: 'save', id, name, request }) },
    ])
  }
  return (
    <Row
      Icon={IconBookmark}
      name={name}
      {...(words === name ? {} : { detail: words })}
      onRun={() => onRun(request)}
    >
      <ActionIcon aria-label={t('searchPage.keptLists.rename', { name })} onClick={() => setRenaming(true)}>
        <IconPencil size={18} stroke={1.5} />
      </ActionIcon>
      <ActionIcon aria-label={t('searchPage.keptLists.remove', { name })} onClick={remove}>
        <IconTrash size={18} stroke={1.5} />
      </ActionIcon>
    </Row>
  )
}

function RecentRow({ request, onRun }: { request: SearchRequest; onRun: (request: SearchRequest) => void }) {
  const { t } = useTranslation()
  const { change } = useKeptSearches()
  const name = useRequestWords(request) || t('searchPage.keptLists.noWords')
  return (
    <Row Icon={IconHistory} name={name} onRun={() => onRun(request)}>
      <ActionIcon
        aria-label={t('searchPage.keptLists.forget', { name })}
        onClick={() => change({ kind: 'forget', request })}
      >
        <IconX size={18} stroke={1.5} />
      </ActionIcon>
    </Row>
  )
}

/** What stands on the page before anything is searched: saved and recent searches, else how to begin. */
export function StartLists({ onRun }: { onRun: (request: SearchRequest) => void }) {
  const { t } = useTranslation()
  const { kept, change } = useKeptSearches()
  const { recent, saved } = kept
  if (recent.length === 0 && saved.length === 0)
    return (
      <div className={classes.start}>
        <IndexNotice />
        <EmptyState Icon={IconSearch} title={t('searchPage.empty.title')} text={t('searchPage.empty.text')} />
      </div>
    )
  return (
    <div className={classes.start} data-part="results">
      <IndexNotice />
      {saved.length > 0 && (
        <section aria-labelledby="saved-searches">
          <h2 id="saved-searches" className={classes.keptHead}>
            {t('search.saved')}
          </h2>
          <ul className={classes.kept}>
            {saved.map((search) => (
              <SavedRow key={search.id} search={search} onRun={onRun} />
            ))}
          </ul>
        </section>
      )}
      {recent.length > 0 && (
        <section aria-labelledby="recent-searches">
          <div className={classes.keptTitle}>
            <h2 id="recent-searches" className={classes.keptHead}>
              {t('search.recent')}
            </h2>
            <button type="button" className={classes.inline} onClick={() => change({ kind: 'forget' })}>
              {t('searchPage.keptLists.forgetAll')}
            </button>
          </div>
          <ul className={classes.kept}>
            {recent.map((request) => (
              <RecentRow key={JSON.stringify(request)} request={request} onRun={onRun} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

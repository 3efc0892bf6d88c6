import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconBookmarkPlus, IconDownload, IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { listFormats } from '../../../../shared/contract/search-contract'
import { isEmptyRequest, type SearchRequest } from '../../../../shared/domain/kept-searches'
import { callDoor } from '../../api/door'
import { notifyDone, notifyError } from '../../ui/notify'
import { notifySavedFile } from '../../ui/saved-file'
import { useKeptSearches } from './kept-searches'
import { useRequestWords } from './request-words'
import classes from './search-page.module.css'

const longest = 2_000

/** Writes the hits of a request as a file of the user's choice, and says so. */
function useExport(request: SearchRequest) {
  const { t } = useTranslation()
  return async (format: (typeof listFormats)[number]) => {
    const made = await callDoor('search.export', { ...request, format })
    if (!made.ok) return notifyError(made.error)
    notifySavedFile(made.value)
    const { shown, total } = made.value
    if (shown < total) notifyDone(t('searchPage.exportedPart', { shown, total }))
  }
}

/** The words that are looked for, and what can be done with the whole search. */
export function RequestBar({
  request,
  exportable,
  onChange,
  onDone,
  onResults,
}: {
  request: SearchRequest
  exportable: boolean
  onChange: (request: SearchRequest) => void
  /** The words are complete. */
  onDone: () => void
  /** To the results. */
  onResults: () => void
}) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const { changeNow } = useKeptSearches()
  const name = useRequestWords(request)
  const write = useExport(request)
  const empty = isEmptyRequest(request)
  useEffect(() => input.current?.focus(), [])

  const save = async () => {
    const saved = await changeNow({
      kind: 'save',
      id: crypto.randomUUID(),
      name: name.slice(0, 200),
      request,
    })
    if (saved) notifyDone(t('searchPage.kept', { name }))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') onDone()
    if (event.key !== 'Enter' && event.key !== 'ArrowDown') return
    event.preventDefault()
    onResults()
  }
  return (
    <header className={classes.bar} data-part="bar">
      <h1 className="tt-unseen">{t('searchPage.title')}</h1>
      <div className={classes.field}>
        <IconSearch size={18} stroke={1.5} aria-hidden />
        <input
          ref={input}
          className={classes.input}
          aria-label={t('searchPage.field')}
          placeholder={t('searchPage.field')}
          value={request.text}
          maxLength={longest}
          spellCheck={false}
          onChange={(event) => onChange({ ...request, text: event.currentTarget.value })}
          onKeyDown={onKeyDown}
        />
        {request.text !== '' && (
          <ActionIcon
            size={24}
            aria-label={t('search.clear')}
            onClick={() => {
              onChange({ ...request, text: '' })
              input.current?.focus()
            }}
          >
            <IconX size={16} stroke={1.5} />
          </ActionIcon>
        )}
      </div>
      <Button
        variant="default"
        leftSection={<IconBookmarkPlus size={18} stroke={1.5} />}
        disabled={empty}
        onClick={() => void save()}
      >
        {t('searchPage.keep')}
      </Button>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconDownload size={18} stroke={1.5} />}
            disabled={empty || !exportable}
          >
            {t('searchPage.exportList')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void write('csv')}>{t('searchPage.exportCsv')}</Menu.Item>
          <Menu.Item onClick={() => void write('md')}>{t('searchPage.exportMarkdown')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </header>
  )
}

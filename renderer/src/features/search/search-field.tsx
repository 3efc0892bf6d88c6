import { ActionIcon } from '@mantine/core'
import { IconSearch, IconX } from '@tabler/icons-react'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { CommandContext } from '../../../../shared/commands'
import type { SearchRequest } from '../../../../shared/domain/kept-searches'
import { runCommand, useCommands } from '../../api/commands'
import { useKeysLabel } from '../../api/keys'
import classes from './search.module.css'
import { hitPath } from './hit-row'
import { useKeptSearches } from './kept-searches'
import { searchAddress } from './search-address'
import { SearchPanel } from './search-panel'
import { useSuggestions, type Suggestion } from './use-suggestions'

const longestRequest = 2_000
/** How long (ms) an opened record may take to draw the focus to itself. */
const staying = 1_500

/** The search that is always there: finds as one types, and runs every command. Ctrl+K comes back to it. */
export function SearchField({ context }: { context: CommandContext }) {
  const { t } = useTranslation()
  const keysLabel = useKeysLabel()
  const [, navigate] = useLocation()
  const input = useRef<HTMLInputElement>(null)
  const cameFrom = useRef<Element>(null)
  const stayUntil = useRef(0)
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [selected, setSelected] = useState<string>()
  const listId = useId()
  const suggestions = useSuggestions(text, open, context)
  const { options, keys, settled } = suggestions
  // By what it is: answers that come later must not put another one under the cursor.
  const at = Math.max(0, selected === undefined ? 0 : keys.indexOf(selected))
  const select = (index: number) => setSelected(keys[index])
  const { change } = useKeptSearches(context.archiveOpen)
  const optionId = (index: number) => `${listId}-${index}`

  useCommands({
    'search.open': () => {
      if (document.activeElement !== input.current) cameFrom.current = document.activeElement
      input.current?.focus()
      input.current?.select()
      setOpen(true)
    },
  })
  const close = () => {
    setOpen(false)
    setSelected(undefined)
  }
  const showPage = (request: SearchRequest) => {
    // The page has a field of its own with these words.
    setText('')
    navigate(searchAddress(request))
  }
  const choose = (option: Suggestion, stay = false) => {
    if (option.kind === 'spelling') {
      setText(option.text)
      setSelected(undefined)
      return
    }
    if (stay && option.kind === 'hit') stayUntil.current = performance.now() + staying
    else {
      close()
      input.current?.blur()
    }
    const request = { text: text.trim().slice(0, longestRequest) }
    if (option.kind === 'command') {
      setText('')
      runCommand(option.id)
      return
    }
    change({ kind: 'remember', request: option.kind === 'request' ? option.request : request })
    if (option.kind === 'hit') navigate(hitPath(option.hit, request.text))
    else showPage(option.kind === 'request' ? option.request : request)
  }
  const onBlur = () => {
    if (performance.now() > stayUntil.current) return close()
    // The record that was opened took the focus; whoever walks through the results wants it back.
    stayUntil.current = 0
    requestAnimationFrame(() => input.current?.focus())
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move !== undefined) {
      event.preventDefault()
      if (!open) setOpen(true)
      else if (options.length > 0) select((at + move + options.length) % options.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const option = options[at]
      const ready = settled || option?.kind === 'command' || option?.kind === 'request'
      if (open && option && ready) choose(option, event.ctrlKey || event.metaKey)
      else if (text.trim() !== '') choose({ kind: 'all' })
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (open) close()
      else {
        setText('')
        const back = cameFrom.current
        if (back instanceof HTMLElement) back.focus()
      }
    }
  }
  return (
    <div className={classes.root} role="search">
      <div className={classes.field}>
        <IconSearch size={18} stroke={1.5} aria-hidden />
        <input
          ref={input}
          type="search"
          className={classes.input}
          role="combobox"
          aria-label={t('search.label')}
          aria-expanded={open}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={open && options.length > 0 ? optionId(at) : undefined}
          placeholder={t('search.placeholder')}
          value={text}
          maxLength={20_000}
          spellCheck={false}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setSelected(undefined)
            setOpen(true)
          }}
          onClick={() => setOpen(true)}
          onBlur={onBlur}
          onKeyDown={onKeyDown}
        />
        {text === '' ? (
          <span className={classes.keys} aria-hidden>
            {keysLabel('search.open')}
          </span>
        ) : (
          <ActionIcon
            size={24}
            aria-label={t('search.clear')}
            onClick={() => {
              setText('')
              input.current?.focus()
            }}
          >
            <IconX size={16} stroke={1.5} />
          </ActionIcon>
        )}
      </div>
      {open && (
        <SearchPanel
          listId={listId}
          optionId={optionId}
          selected={at}
          query={text.trim()}
          suggestions={suggestions}
          onSelect={select}
          onChoose={choose}
        />
      )}
    </div>
  )
}

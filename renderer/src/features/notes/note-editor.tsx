import { ActionIcon, Button, Popover, Textarea, Tooltip } from '@mantine/core'
import {
  IconBold,
  IconHeading,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconTextSpellcheck,
  type TablerIcon,
} from '@tabler/icons-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Choice } from '../../../../shared/contract/records-contract'
import { foldTr } from '../../../../shared/text/turkish'
import { useKeysLabel } from '../../api/keys'
import { checkField } from '../../ui/spelling/field-check'
import { typeOver } from '../../ui/type-over'
import { FirstFocus } from '../../ui/first-focus'
import { RecordPicker } from '../../ui/record-picker'
import { continueList, insert, prefixLines, recordLink, wrap, type Selected } from './markdown-edits'
import classes from './note.module.css'
import { hideLinks, showLinks } from './shown-links'

interface Tool {
  key: 'bold' | 'italic' | 'heading' | 'list' | 'numbered'
  Icon: TablerIcon
  /** Letter of the key with Ctrl. */
  letter?: string
  edit: (selected: Selected) => Selected
}

const tools: Tool[] = [
  { key: 'bold', Icon: IconBold, letter: 'b', edit: (selected) => wrap(selected, '**') },
  { key: 'italic', Icon: IconItalic, letter: 'i', edit: (selected) => wrap(selected, '*') },
  { key: 'heading', Icon: IconHeading, edit: (selected) => prefixLines(selected, '## ') },
  { key: 'list', Icon: IconList, edit: (selected) => prefixLines(selected, '- ') },
  { key: 'numbered', Icon: IconListNumbers, edit: (selected) => prefixLines(selected, '1. ') },
]

/**
 * Writes the Markdown of a note. Ctrl+B and Ctrl+I mark words; lists go on by themselves; links show their words only.
 * In: `markdown` as it is stored; the field keeps its own text while it is mounted.
 */
export function NoteEditor({
  markdown,
  onChange,
}: {
  markdown: string
  onChange: (markdown: string) => void
}) {
  const { t } = useTranslation()
  const spellKeys = useKeysLabel()('spell.next')
  const field = useRef<HTMLTextAreaElement>(null)
  const [linking, setLinking] = useState(false)
  /** Where a link goes whose name is still being looked up. */
  const place = useRef<number>(undefined)
  const [shown, setShown] = useState(() => showLinks(markdown))
  const [written, setWritten] = useState(markdown)
  // The note was changed by somebody else (or by undo): show that.
  if (markdown !== written) {
    setWritten(markdown)
    setShown(showLinks(markdown, shown.ids))
  }
  const write = (text: string, ids = shown.ids) => {
    const next = hideLinks(text, ids)
    setShown({ text, ids })
    setWritten(next)
    onChange(next)
  }

  const edit = (change: (selected: Selected) => Selected | undefined): boolean => {
    const area = field.current
    if (!area) return false
    const after = change({ text: area.value, start: area.selectionStart, end: area.selectionEnd })
    if (!after) return false
    area.focus()
    // Through the field itself, so that its own undo (Ctrl+Z) knows the change.
    replaceText(area, after.text)
    area.setSelectionRange(after.start, after.end)
    return true
  }
  const addLink = ({ id, label }: Choice) => {
    const link = showLinks(recordLink(id, label), shown.ids)
    // The field tells of its change only after the words are known; the next letter is meant for behind them.
    flushSync(() => {
      setLinking(false)
      setShown((before) => ({ ...before, ids: link.ids }))
    })
    const at = place.current
    place.current = undefined
    edit((selected) => {
      if (at === undefined) return insert(selected, link.text)
      const { text } = insert({ ...selected, start: at, end: at }, link.text)
      const { length } = link.text
      return { text, start: selected.start + length, end: selected.end + length }
    })
  }
  /** The name is still being looked up, and the next letter is meant for behind the link. */
  const goOn = () => {
    const area = field.current
    if (!area) return
    place.current = area.selectionEnd
    area.setSelectionRange(area.selectionEnd, area.selectionEnd)
    area.focus()
    setLinking(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey) return
    if (event.key === 'Enter' && !event.ctrlKey && !event.shiftKey && edit(continueList))
      event.preventDefault()
    const tool = tools.find(({ letter }) => letter !== undefined && letter === foldTr(event.key))
    if (tool && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
      event.preventDefault()
      edit(tool.edit)
    }
  }
  return (
    <div>
      <div className={classes.tools} role="toolbar" aria-label={t('cards.note.tools')}>
        {tools.map(({ key, Icon, edit: change }) => (
          <Tooltip key={key} label={t(`cards.note.${key}`)}>
            <ActionIcon aria-label={t(`cards.note.${key}`)} onClick={() => edit(change)}>
              <Icon size={18} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
        ))}
        <Tooltip label={spellKeys ? `${t('spell.check')} (${spellKeys})` : t('spell.check')}>
          <ActionIcon
            aria-label={t('spell.check')}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              field.current?.focus()
              checkField(field.current)
            }}
          >
            <IconTextSpellcheck size={18} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
        <Popover
          opened={linking}
          onChange={setLinking}
          position="bottom-start"
          shadow="md"
          width={320}
          trapFocus
        >
          <Popover.Target>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              leftSection={<IconLink size={16} stroke={1.5} />}
              onClick={() => {
                place.current = undefined
                setLinking(!linking)
              }}
            >
              {t('cards.note.link')}
            </Button>
          </Popover.Target>
          <Popover.Dropdown aria-label={t('cards.note.link')}>
            <FirstFocus />
            <RecordPicker
              types={['agency', 'participant', 'body']}
              label={t('cards.note.linkTo')}
              focusFirst
              onTaking={goOn}
              onChoose={(choice) => queueMicrotask(() => addLink(choice))}
            />
          </Popover.Dropdown>
        </Popover>
      </div>
      <Textarea
        ref={field}
        aria-label={t('cards.note.text')}
        placeholder={t('cards.note.placeholder')}
        value={shown.text}
        autosize
        minRows={14}
        variant="unstyled"
        classNames={{ input: classes.input }}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}

/** Replaces only what differs, as if it had been typed. */
function replaceText(area: HTMLTextAreaElement, next: string): void {
  const old = area.value
  let start = 0
  while (start < old.length && start < next.length && old[start] === next[start]) start += 1
  let oldEnd = old.length
  let nextEnd = next.length
  while (oldEnd > start && nextEnd > start && old[oldEnd - 1] === next[nextEnd - 1]) {
    oldEnd -= 1
    nextEnd -= 1
  }
  typeOver(area, start, oldEnd, next.slice(start, nextEnd))
}

import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconLetterCase, IconTextWrap, IconX } from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../../../../api/commands'
import { notifyDone } from '../../../../ui/notify'
import classes from './find-bar.module.css'
import { useMeeting } from '../../session/use-session'
import { OutsideButtons } from './outside-buttons'
import { placesOutside, type OutsidePlace } from './outside-places'
import { findKey, findPlugin, findState, goOn, lookFor, replaceAll, replaceCurrent } from './find-plugin'

const longest = 200

/** What is chosen in the text, when it is short and within one line: what one mostly looks for. */
function chosenWords(editor: Editor): string {
  const { from, to, empty } = editor.state.selection
  const words = empty ? '' : editor.state.doc.textBetween(from, to, '\n', '\n')
  return words.includes('\n') ? '' : words.slice(0, longest)
}

function showCurrent(editor: Editor): void {
  requestAnimationFrame(() =>
    editor.view.dom.querySelector('.tt-found-current')?.scrollIntoView({ block: 'center', behavior: 'auto' }),
  )
}

interface Asked {
  /** the second row is shown */
  replacing: boolean
  first: string
  /** what was asked for last, and so has the focus, is the second row */
  forOther: boolean
  /** grows whenever the bar is asked for */
  times: number
}

interface BarProps {
  editor: Editor
  asked: Asked
  readOnly: boolean
  onReplacing: () => void
  onOutside: (place: OutsidePlace) => void
  onClose: () => void
}

function Bar({
  editor,
  asked: { replacing, first, forOther, times },
  readOnly,
  onReplacing,
  onOutside,
  onClose,
}: BarProps) {
  const { t } = useTranslation()
  const [words, setWords] = useState(first)
  const [other, setOther] = useState('')
  const [exact, setExact] = useState(false)
  const [whole, setWhole] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const second = useRef<HTMLInputElement>(null)
  const found = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const { matches, inFields, current } = findState(now.state)
      return { count: matches.length, inFields, current }
    },
  })
  useEffect(() => {
    editor.view.dispatch(lookFor(editor.state, words === '' ? undefined : { words, exact, whole }))
    showCurrent(editor)
  }, [editor, words, exact, whole])
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
    if (forOther && input.current?.value) second.current?.focus()
  }, [forOther, times])

  const meeting = useMeeting()
  const outside = useMemo(
    () => (words === '' ? [] : placesOutside(meeting, { words, exact, whole })),
    [meeting, words, exact, whole],
  )
  const go = (by: number) => {
    const tr = goOn(editor.state, by)
    const [first] = outside
    if (!tr) return first && onOutside(first)
    editor.view.dispatch(tr)
    showCurrent(editor)
  }
  const replace = () => {
    const tr = replaceCurrent(editor.state, other)
    if (!tr) return
    editor.view.dispatch(tr)
    showCurrent(editor)
  }
  const replaceEach = () => {
    const { tr, count } = replaceAll(editor.state, other)
    if (count === 0) return
    editor.view.dispatch(tr)
    notifyDone(t('work.find.replaced', { count }))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      onClose()
    } else if (event.key === 'F3') {
      event.preventDefault()
      go(event.shiftKey ? -1 : 1)
    }
  }
  const all = found.count + found.inFields
  const places = [
    found.count > 0 && t('work.find.place', { number: found.current + 1, count: found.count }),
    found.inFields > 0 && t('work.find.inFields', { count: found.inFields }),
  ].filter((part) => part !== false)
  const missing = outside.length > 0 ? 'notInText' : 'nothing'
  const status = words === '' ? '' : all === 0 ? t(`work.find.${missing}`) : places.join(' · ')
  const icon = { size: 18, stroke: 1.5 }
  return (
    <search className={classes.bar} aria-label={t('work.find.title')}>
      <div role="presentation" className={classes.rows} onKeyDown={onKeyDown}>
        <div className={classes.row}>
          <TextInput
            ref={input}
            size="xs"
            className={classes.field}
            aria-label={t('work.find.words')}
            placeholder={t('work.find.words')}
            maxLength={longest}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
              event.preventDefault()
              go(event.shiftKey ? -1 : 1)
            }}
          />
          <span className={classes.status} role="status">
            {status}
          </span>
          <OutsideButtons key={words} places={outside} onGo={onOutside} />
          <ActionIcon
            aria-label={t('work.find.previous')}
            title={t('work.find.previous')}
            onClick={() => go(-1)}
          >
            <IconArrowUp {...icon} />
          </ActionIcon>
          <ActionIcon aria-label={t('work.find.next')} title={t('work.find.next')} onClick={() => go(1)}>
            <IconArrowDown {...icon} />
          </ActionIcon>
          <ActionIcon
            aria-label={t('work.find.exact')}
            title={t('work.find.exact')}
            aria-pressed={exact}
            className={classes.toggle}
            onClick={() => setExact(!exact)}
          >
            <IconLetterCase {...icon} />
          </ActionIcon>
          <ActionIcon
            aria-label={t('work.find.whole')}
            title={t('work.find.whole')}
            aria-pressed={whole}
            className={classes.toggle}
            onClick={() => setWhole(!whole)}
          >
            <IconTextWrap {...icon} />
          </ActionIcon>
          {!replacing && !readOnly && (
            <Button size="compact-sm" variant="subtle" color="gray" onClick={onReplacing}>
              {t('work.find.replacing')}
            </Button>
          )}
          <ActionIcon
            className={classes.close}
            aria-label={t('work.find.close')}
            title={t('work.find.close')}
            onClick={onClose}
          >
            <IconX {...icon} />
          </ActionIcon>
        </div>
        {replacing && !readOnly && (
          <div className={classes.row}>
            <TextInput
              size="xs"
              className={classes.field}
              aria-label={t('work.find.other')}
              placeholder={t('work.find.other')}
              maxLength={10 * longest}
              value={other}
              onChange={(event) => setOther(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
                event.preventDefault()
                if (event.ctrlKey || event.metaKey) replaceEach()
                else replace()
              }}
            />
            <Button size="compact-sm" variant="default" disabled={found.count === 0} onClick={replace}>
              {t('work.find.replace')}
            </Button>
            <Button size="compact-sm" variant="default" disabled={all === 0} onClick={replaceEach}>
              {t('work.find.replaceAll', { count: all })}
            </Button>
          </div>
        )}
      </div>
    </search>
  )
}

/** Find and replace in the open minutes: Ctrl+F and Ctrl+H; Esc leads back into the text, where one was found. */
export function FindBar({
  editor,
  readOnly,
  onOutside,
}: Pick<BarProps, 'editor' | 'readOnly' | 'onOutside'>) {
  const [open, setOpen] = useState<Asked>()
  useEffect(() => {
    editor.registerPlugin(findPlugin())
    return () => void editor.unregisterPlugin(findKey)
  }, [editor])
  const show = (replacing: boolean) => () =>
    setOpen((now) => ({
      replacing: replacing || (now?.replacing ?? false),
      // Asked for from elsewhere than the text, what is looked for stays.
      first: (now && !editor.view.hasFocus() ? '' : chosenWords(editor)) || (now?.first ?? ''),
      forOther: replacing,
      times: (now?.times ?? 0) + 1,
    }))
  useCommands({ 'find.open': show(false), 'find.replace': show(!readOnly) })
  if (!open) return null
  return (
    <Bar
      key={open.first}
      editor={editor}
      readOnly={readOnly}
      asked={open}
      onOutside={onOutside}
      onReplacing={() => setOpen({ ...open, replacing: true, forOther: true, times: open.times + 1 })}
      onClose={() => {
        const back = goOn(editor.state, 0)
        if (back) editor.view.dispatch(back)
        editor.view.dispatch(lookFor(editor.state, undefined))
        setOpen(undefined)
        editor.view.focus()
      }}
    />
  )
}

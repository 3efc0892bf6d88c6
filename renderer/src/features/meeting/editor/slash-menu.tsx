import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useId, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandId } from '../../../../../shared/commands'
import { useKeysLabel } from '../../../api/keys'
import { slashState, type SlashId } from './plugins/slash'
import { runSlash } from './run-slash'
import classes from './slash-menu.module.css'

const marks: Record<SlashId, string> = {
  decision: '◆',
  action: '◇',
  item: '#',
  session: '§',
  ownNote: '✎',
  table: '▦',
  bullets: '•',
  numbers: '1.',
  quote: '”',
}

/** The command that does the same with its keys. */
const commandOf: Partial<Record<SlashId, CommandId>> = {
  decision: 'write.decision',
  action: 'write.action',
  item: 'write.item',
  session: 'write.session',
  ownNote: 'write.ownNote',
}

/** The list that a slash at the beginning of a paragraph opens; arrows and Enter choose, the text keeps the focus. */
export function SlashMenu({ editor }: { editor: Editor }) {
  const { t } = useTranslation()
  const keysLabel = useKeysLabel()
  const id = useId()
  const box = useRef<HTMLUListElement>(null)
  const open = useEditorState({ editor, selector: ({ editor: now }) => slashState(now.state) })
  const chosen = open?.matches[open.chosen]

  useLayoutEffect(() => {
    const { dom } = editor.view
    if (!open || !box.current) return
    // The focus stays in the text; screen readers hear of the list through it.
    dom.setAttribute('aria-controls', id)
    if (chosen) dom.setAttribute('aria-activedescendant', `${id}-${chosen}`)
    const at = editor.view.coordsAtPos(open.from)
    const { offsetHeight } = box.current
    const below = at.bottom + 4
    const top = below + offsetHeight > window.innerHeight - 32 ? at.top - offsetHeight - 4 : below
    box.current.style.left = `${at.left}px`
    box.current.style.top = `${top}px`
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [editor, open, chosen, id])

  if (!open) return null
  const keysOf = (match: SlashId) => {
    const command = commandOf[match]
    return command && keysLabel(command)
  }
  const words: Record<SlashId, string> = {
    decision: t('meeting.editor.decision'),
    action: t('meeting.editor.action'),
    item: t('meeting.editor.item'),
    session: t('meeting.editor.session'),
    ownNote: t('projector.note.command'),
    table: t('meeting.editor.table'),
    bullets: t('meeting.editor.bullets'),
    numbers: t('meeting.editor.numbers'),
    quote: t('meeting.editor.quote'),
  }
  const take = (match: SlashId) => {
    editor.view.dispatch(editor.state.tr.delete(open.from, open.to))
    runSlash(editor, match)
  }
  return (
    <ul className={classes.list} id={id} role="listbox" aria-label={t('meeting.editor.slash')} ref={box}>
      {open.matches.map((match) => (
        // Keys are handled by the editor, which keeps the focus.
        <li
          key={match}
          id={`${id}-${match}`}
          role="option"
          aria-selected={match === chosen}
          className={classes.option}
          onPointerDown={(event) => {
            event.preventDefault()
            take(match)
          }}
        >
          <span className={classes.mark} aria-hidden>
            {marks[match]}
          </span>
          <span>{words[match]}</span>
          <span className={classes.keys}>{keysOf(match)}</span>
        </li>
      ))}
    </ul>
  )
}

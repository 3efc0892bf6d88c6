import {
  IconBuilding,
  IconCalendarEvent,
  IconCircleDot,
  IconGavel,
  IconNotes,
  IconPlus,
  IconUser,
} from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import { useId, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { formatEventTime } from '../../../../../../shared/dates'
import { useLanguage } from '../../../../api/use-app-info'
import classes from '../slash-menu.module.css'
import type { LinkList, LinkOption } from './link-list'

const icons = {
  meeting: IconCalendarEvent,
  decision: IconCircleDot,
  participant: IconUser,
  agency: IconBuilding,
  body: IconGavel,
  note: IconNotes,
} as const

const date = /^(?:-|\d{4})-\d{2}/

/** What `@` or `[[` has found; arrows and Enter choose, the text keeps the focus. */
export function LinkMenu({ editor, list }: { editor: Editor; list: LinkList }) {
  const { t } = useTranslation()
  const lang = useLanguage()
  const id = useId()
  const box = useRef<HTMLUListElement>(null)
  const state = useSyncExternalStore(list.subscribe, list.current)
  const options = state?.options ?? []
  const chosen = state?.chosen ?? 0

  useLayoutEffect(() => {
    const { dom } = editor.view
    const at = state?.props.clientRect?.()
    if (!box.current || !at) return
    dom.setAttribute('aria-controls', id)
    dom.setAttribute('aria-activedescendant', `${id}-${chosen}`)
    const { offsetHeight, offsetWidth } = box.current
    const below = at.bottom + 4
    const top = below + offsetHeight > window.innerHeight - 32 ? at.top - offsetHeight - 4 : below
    box.current.style.left = `${Math.min(at.left, window.innerWidth - offsetWidth - 16)}px`
    box.current.style.top = `${top}px`
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [editor, state, chosen, id])

  if (options.length === 0) return null
  const words = (option: LinkOption) =>
    option.kind === 'create' ? t(`work.link.create.${option.type}`, { name: option.name }) : option.label
  const detail = (option: LinkOption) => {
    if (option.kind === 'create' || !option.detail) return undefined
    return date.test(option.detail) ? formatEventTime(option.detail, 'short', lang) : option.detail
  }
  return (
    <ul className={classes.list} id={id} role="listbox" aria-label={t('work.link.list')} ref={box}>
      {options.map((option, index) => {
        const Icon = option.kind === 'create' ? IconPlus : icons[option.type]
        return (
          // Keys are handled by the editor, which keeps the focus.
          <li
            key={option.kind === 'create' ? option.type : option.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            className={classes.option}
            onPointerDown={(event) => {
              event.preventDefault()
              list.choose(option)
            }}
          >
            <span className={classes.mark} aria-hidden>
              <Icon size={16} stroke={1.5} />
            </span>
            <span>{words(option)}</span>
            <span className={classes.keys}>{detail(option)}</span>
          </li>
        )
      })}
    </ul>
  )
}

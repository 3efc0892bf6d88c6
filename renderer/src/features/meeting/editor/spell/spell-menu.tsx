import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useId, useLayoutEffect, useRef } from 'react'
import { placeList, SpellList } from '../../../../ui/spelling/spell-list'
import { spellPorts } from '../../../../ui/spelling/spell-ports'
import { choose } from './spell-plugin'
import { spellMenu } from './spell-state'

/** What may be meant by a misspelt word of the minutes; the text keeps the focus. */
export function SpellMenu({ editor }: { editor: Editor }) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const menu = useEditorState({ editor, selector: ({ editor: now }) => spellMenu(now.state) })

  useLayoutEffect(() => {
    const { dom } = editor.view
    if (!menu || !box.current) return
    // The focus stays in the text; screen readers hear of the list through it.
    dom.setAttribute('aria-controls', id)
    dom.setAttribute('aria-activedescendant', `${id}-${menu.chosen}`)
    placeList(box.current, editor.view.coordsAtPos(menu.from))
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [editor, menu, id])

  if (!menu) return null
  return (
    <SpellList
      id={id}
      box={box}
      word={menu.word}
      words={menu.words}
      chosen={menu.chosen}
      onChoose={(choice) => choose(editor.view, spellPorts, choice)}
    />
  )
}

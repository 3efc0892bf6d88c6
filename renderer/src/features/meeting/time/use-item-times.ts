import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { useTranslation } from 'react-i18next'
import { isRunning, openBreak, stamped } from '../../../../../shared/domain/item-times'
import { newId } from '../../../../../shared/ids'
import { useCommands } from '../../../api/commands'
import { notifyDone } from '../../../ui/notify'
import type { HeadingFields } from '../editor/schema/parts'
import { usePage } from '../session/use-session'

interface Heading {
  pos: number
  id: string
  fields: HeadingFields
}

/** The agenda headings of a document with their places. */
export function headingsOf(doc: Node): Heading[] {
  const found: Heading[] = []
  doc.forEach((node, pos) => {
    if (node.type.name === 'agendaHeading')
      found.push({ pos, id: String(node.attrs.partId), fields: node.attrs.fields as HeadingFields })
  })
  return found
}

/** What the keys of the clock do: begin and end the item being written, interrupt and resume the sitting. */
export function useItemTimes(editor: Editor): void {
  const { t } = useTranslation()
  const { session } = usePage()
  const stamp = () => {
    const { doc, selection, tr } = editor.state
    const headings = headingsOf(doc)
    const current = headings.filter(({ pos }) => pos <= selection.from).at(-1)
    if (!current) return notifyDone(t('work.time.noItem'))
    const now = new Date().toISOString()
    const next = stamped(current.fields, now)
    tr.setNodeAttribute(current.pos, 'fields', { ...current.fields, ...next })
    // One item is discussed at a time: the one before ends where this one begins.
    if (next.endedAt === undefined)
      for (const { pos, id, fields } of headings)
        if (id !== current.id && isRunning(fields))
          tr.setNodeAttribute(pos, 'fields', { ...fields, endedAt: now })
    editor.view.dispatch(tr)
  }
  const pause = () => {
    const { breaks } = session.current()
    const now = new Date().toISOString()
    const open = openBreak(breaks)
    if (open)
      return session.setHead({ breaks: breaks.map((one) => (one === open ? { ...one, to: now } : one)) })
    const headings = headingsOf(editor.state.doc)
    const item =
      headings.find(({ fields }) => isRunning(fields)) ??
      headings.filter(({ pos }) => pos <= editor.state.selection.from).at(-1)
    const itemId = item ? { itemId: item.id as `item_${string}` } : {}
    session.setHead({ breaks: [...breaks, { id: newId('break'), from: now, ...itemId }] })
  }
  useCommands({ 'time.stamp': stamp, 'time.break': pause })
}

import type { Node } from '@tiptap/pm/model'
import type { DecisionFields, HeadingFields } from '../editor/schema/parts'

interface OutlinePart {
  id: string
  kind: 'decision' | 'action'
  words: string
}

export interface OutlineEntry {
  /** Id of the agenda item; empty for text before the first one. */
  id: string
  number: string
  title: string
  kind: 'item' | 'session'
  parts: OutlinePart[]
}

const longest = 80

/**
 * The agenda as the document shows it now, with its decisions and action items. Numbers follow the paper: the one typed, else
 * the place among the items that have a title.
 */
export function outlineOf(doc: Node): OutlineEntry[] {
  const entries: OutlineEntry[] = []
  let titled = 0
  doc.forEach((node) => {
    const name = node.type.name
    if (name === 'agendaHeading') {
      const fields = node.attrs.fields as HeadingFields
      const title = node.textContent.trim()
      if (title) titled += 1
      const number = fields.number ?? (title ? String(titled) : '')
      entries.push({
        id: (node.attrs.partId as string | null) ?? '',
        number,
        title,
        kind: fields.kind,
        parts: [],
      })
    } else if (name === 'decision' || name === 'action') {
      if (entries.length === 0) entries.push({ id: '', number: '', title: '', kind: 'item', parts: [] })
      const number = name === 'decision' ? (node.attrs.fields as DecisionFields).number : undefined
      const words = [number, node.textContent.slice(0, longest)].filter(Boolean).join(' ')
      entries.at(-1)?.parts.push({ id: (node.attrs.partId as string | null) ?? '', kind: name, words })
    } else if (entries.length === 0 && node.textContent.trim() !== '') {
      entries.push({ id: '', number: '', title: '', kind: 'item', parts: [] })
    }
  })
  return entries
}

/** Id of the agenda item that holds the top-level node with this index; empty before the first. */
export function itemAt(doc: Node, index: number): string {
  for (let at = Math.min(index, doc.childCount - 1); at >= 0; at -= 1) {
    const node = doc.child(at)
    if (node.type.name === 'agendaHeading') return (node.attrs.partId as string | null) ?? ''
  }
  return ''
}

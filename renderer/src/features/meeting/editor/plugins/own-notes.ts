import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import { asOwnNote, canBeOwnNote, isOwnNote } from '../schema/own-note'

/** A copied stretch of the minutes without the notes in it. */
export function withoutOwnNotes(slice: Slice): Slice {
  const all = slice.content.content
  const left = all.filter((node) => !isOwnNote(node))
  if (left.length === all.length || left.length === 0) return slice
  const openStart = left[0] === all[0] ? slice.openStart : 0
  const openEnd = left.at(-1) === all.at(-1) ? slice.openEnd : 0
  return new Slice(Fragment.from(left), openStart, openEnd)
}

/**
 * A pasted or dragged stretch whose notes stay notes: at its open ends words would run into the text around them. In a note all
 * of it is one. In: whether it goes into a note.
 */
export function withClosedNotes(slice: Slice, intoNote: boolean): Slice {
  if (intoNote) {
    const nodes = slice.content.content.map((node) => (canBeOwnNote(node) ? asOwnNote(node) : node))
    return new Slice(Fragment.from(nodes), slice.openStart, slice.openEnd)
  }
  const own = (node: Node | null) => node !== null && isOwnNote(node)
  const openStart = own(slice.content.firstChild) ? 0 : slice.openStart
  const openEnd = own(slice.content.lastChild) ? 0 : slice.openEnd
  return new Slice(slice.content, openStart, openEnd)
}

const opened = 'ownNotesOpened'

/** Marks a change that makes words of notes public because the user says so. */
export function openingNotes(tr: Transaction): Transaction {
  return tr.setMeta(opened, true)
}

/** Places of top-level nodes that hold words of notes, though they are none: they were joined with a note. */
function joinedWithNotes(transactions: readonly Transaction[], before: Node, doc: Node): number[] {
  if (transactions.some((tr) => tr.getMeta(opened) === true || tr.getMeta('history$') !== undefined))
    return []
  const places = new Set<number>()
  before.forEach((node, pos) => {
    if (!isOwnNote(node)) return
    const mapped = (at: number, side: -1 | 1) =>
      transactions.reduce((place, tr) => tr.mapping.map(place, side), at)
    const [from, to] = [mapped(pos + 1, 1), mapped(pos + node.nodeSize - 1, -1)]
    if (from >= to) return
    doc.nodesBetween(from, to, (top, place) => {
      if (canBeOwnNote(top) && !isOwnNote(top)) places.add(place)
      return false
    })
  })
  return [...places]
}

/**
 * A list, quotation or table is an own note when any text in it is one, and then all of it is: putting a note into a list must not
 * let it out into the minutes, nor taking it out again, nor joining it with other text. Minutes that are copied (into a mail, say) go without the notes between
 * them; notes that are copied by themselves, cut or dragged go as they are.
 */
export function ownNotesPlugin(): Plugin {
  let copying = false
  const begin = (copied: boolean) => () => {
    copying = copied
    return false
  }
  return new Plugin({
    props: {
      handleDOMEvents: { copy: begin(true), cut: begin(false), dragstart: begin(false) },
      transformCopied: (slice) => (copying ? withoutOwnNotes(slice) : slice),
    },
    appendTransaction(transactions, before, state) {
      if (!transactions.some((tr) => tr.docChanged)) return null
      const known = new Set(before.doc.children)
      const tr: Transaction = state.tr
      for (const place of joinedWithNotes(transactions, before.doc, state.doc))
        tr.setNodeAttribute(place, 'private', true)
      state.doc.forEach((top, pos) => {
        if (known.has(top) || top.isTextblock || !canBeOwnNote(top)) return
        let own = isOwnNote(top)
        top.descendants((node) => {
          own ||= isOwnNote(node)
          return !own
        })
        if (!own) return
        if (!isOwnNote(top)) tr.setNodeAttribute(pos, 'private', true)
        top.descendants((node, offset) => {
          if (canBeOwnNote(node) && !isOwnNote(node)) tr.setNodeAttribute(pos + 1 + offset, 'private', true)
          return !node.isTextblock
        })
      })
      return tr.docChanged ? tr : null
    },
  })
}

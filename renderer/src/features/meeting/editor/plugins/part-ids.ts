import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { newId, typeOfId, type PartType } from '../../../../../../shared/ids'

const partIdsKey = new PluginKey<{ seen: ReadonlySet<string> }>('partIds')

const idTypes: Record<string, PartType> = { agendaHeading: 'item', decision: 'decision', action: 'action' }

function idTypeOf(node: Node): PartType {
  return idTypes[node.type.name] ?? 'text'
}

function fits(node: Node, id: unknown): id is string {
  return typeof id === 'string' && typeOfId(id) === idTypeOf(node)
}

function topIds(doc: Node): string[] {
  return doc.children.flatMap((node) => (typeof node.attrs.partId === 'string' ? [node.attrs.partId] : []))
}

/** An id somewhere inside: a paragraph that became a list or quote hands its id up. */
function innerId(node: Node, taken: ReadonlySet<string>): string | undefined {
  let found: string | undefined
  node.descendants((child) => {
    const id: unknown = child.attrs.partId
    if (found === undefined && fits(node, id) && !taken.has(id)) found = id
    return found === undefined
  })
  return found
}

interface Slot {
  node: Node
  pos: number
  id: string | null
  piece: number | null
}

function isPieceOf(previous: Slot | undefined, slot: Slot): boolean {
  return (
    previous !== undefined &&
    previous.id === slot.id &&
    previous.piece !== null &&
    slot.piece === previous.piece + 1
  )
}

/** Decides which of several nodes with one id keeps it: the one that was there before, else the first. */
function dropDuplicates(slots: Slot[], oldNodes: ReadonlySet<Node>): void {
  const holders = new Map<string, Slot[]>()
  slots.forEach((slot, index) => {
    if (!fits(slot.node, slot.id)) {
      slot.id = null
      slot.piece = null
    }
    if (slot.id === null || isPieceOf(slots[index - 1], slot)) return
    holders.set(slot.id, [...(holders.get(slot.id) ?? []), slot])
  })
  for (const same of holders.values()) {
    if (same.length < 2) continue
    const keeper = same.find((slot) => oldNodes.has(slot.node)) ?? same[0]
    for (const slot of same) {
      if (slot === keeper) continue
      slot.id = null
      slot.piece = null
    }
  }
}

/** Pieces whose first piece has lost the id must not share it with another block. */
function dropOrphans(slots: Slot[]): void {
  const seen = new Set<string>()
  slots.forEach((slot, index) => {
    if (slot.id === null || isPieceOf(slots[index - 1], slot)) return
    if (seen.has(slot.id)) {
      slot.id = null
      slot.piece = null
    } else seen.add(slot.id)
  })
}

/** Enter at the beginning of a paragraph leaves its id on the empty line above: it belongs to the text. */
function followText(slots: Slot[], oldDoc: Node): void {
  const hadText = new Map(oldDoc.children.map((node) => [node.attrs.partId as string, node.content.size > 0]))
  slots.forEach((slot, index) => {
    const above = slots[index - 1]
    if (slot.id !== null || !above?.id || above.node.content.size > 0 || slot.node.content.size === 0) return
    if (!hadText.get(above.id) || !fits(slot.node, above.id)) return
    slot.id = above.id
    slot.piece = above.piece
    above.id = null
    above.piece = null
  })
}

function repaired(oldState: EditorState, state: EditorState): Transaction | null {
  const slots: Slot[] = []
  state.doc.forEach((node, pos) => {
    slots.push({
      node,
      pos,
      id: (node.attrs.partId as string | null) ?? null,
      piece: (node.attrs.piece as number | null | undefined) ?? null,
    })
  })
  dropDuplicates(slots, new Set(oldState.doc.children))
  dropOrphans(slots)
  followText(slots, oldState.doc)
  const taken = new Set(slots.flatMap((slot) => slot.id ?? []))
  const tr = state.tr
  for (const slot of slots) {
    if (slot.id === null) {
      slot.id = innerId(slot.node, taken) ?? newId(idTypeOf(slot.node))
      taken.add(slot.id)
    }
    if (slot.id === slot.node.attrs.partId && slot.piece === (slot.node.attrs.piece ?? null)) continue
    tr.setNodeAttribute(slot.pos, 'partId', slot.id)
    if ('piece' in slot.node.attrs) tr.setNodeAttribute(slot.pos, 'piece', slot.piece)
  }
  return tr.docChanged ? tr : null
}

/**
 * Gives every top-level node an id of its own, of the right type, after each change. Splitting, pasting and duplicating make
 * new ids; moving, undoing and wrapping keep them. `seen` holds every id this document ever had.
 */
export function partIdsPlugin(): Plugin {
  return new Plugin({
    key: partIdsKey,
    state: {
      init: (_config, state) => ({ seen: new Set(topIds(state.doc)) }),
      apply(tr, value) {
        if (!tr.docChanged) return value
        const fresh = topIds(tr.doc).filter((id) => !value.seen.has(id))
        return fresh.length === 0 ? value : { seen: new Set([...value.seen, ...fresh]) }
      },
    },
    appendTransaction: (transactions, oldState, state) =>
      transactions.some((tr) => tr.docChanged) ? repaired(oldState, state) : null,
  })
}

/** Whether an id was ever part of this document; ids pasted from elsewhere are not taken over. */
export function wasHere(state: EditorState, id: string): boolean {
  return partIdsKey.getState(state)?.seen.has(id) ?? false
}

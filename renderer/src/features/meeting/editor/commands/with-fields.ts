import type { Transaction } from '@tiptap/pm/state'

/**
 * Sets the fields of the part at `pos`. With `further` the change goes on from the one before it, and both are one step:
 * undoing the first brings back what stood before either, redoing it what stood after both.
 * In: the transaction, the place of the part, all its fields. Out: the transaction.
 */
export function withFields(tr: Transaction, pos: number, fields: object, further: boolean): Transaction {
  const next = tr.setNodeAttribute(pos, 'fields', fields)
  return further ? next.setMeta('addToHistory', false) : next
}

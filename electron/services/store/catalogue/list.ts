import type { ListAnswer, ListQuery, ListedType, RowOf } from '../../../../shared/contract/rows'
import { compareKeys } from './base-columns'
import type { TypeTable } from './base-table'
import type { Catalogue, Held } from './catalogue'
import type { BareRow, BareRows } from './entry'
import { testsOf, type Test } from './matching'
import { shownRow } from './row'
import { lookedUp, sortKeyMaker, type SortKeyMaker } from './sort-keys'

/** An order of a table's rows by a column whose values hang on other records; good until anything changes. */
interface MadeOrder {
  generation: number
  rows: Uint32Array
  empty: number
}
const madeOrders = new WeakMap<Catalogue, Map<string, MadeOrder>>()

type Listed = BareRows[ListedType]
const listedRow = (row: BareRow) => row as Listed

function madeOrder(catalogue: Catalogue, table: TypeTable, sort: string, make: SortKeyMaker): MadeOrder {
  const orders = madeOrders.get(catalogue) ?? new Map<string, MadeOrder>()
  madeOrders.set(catalogue, orders)
  const name = `${table.type}.${sort}`
  const known = orders.get(name)
  if (known?.generation === catalogue.generation) return known
  const keys = Array.from({ length: table.count }, (_unused, row) =>
    make(listedRow(table.stored(row).row), catalogue),
  )
  const rows = Uint32Array.from(keys.keys()).sort(
    (a, b) => compareKeys(keys[a] ?? '', keys[b] ?? '') || a - b,
  )
  const order = {
    generation: catalogue.generation,
    rows,
    empty: keys.filter((key) => key === '').length,
  }
  orders.set(name, order)
  return order
}

/** Rows of the table that fit, in the wanted order; those without a value last either way. */
function baseRows(
  catalogue: Catalogue,
  table: TypeTable,
  { sort, desc }: ListQuery,
  make: SortKeyMaker,
  tests: readonly Test[],
): Uint32Array {
  const { rows, empty } = table.order(sort) ?? madeOrder(catalogue, table, sort, make)
  const filled = rows.length - empty
  const at = (index: number) => {
    if (!desc) return rows[index] ?? 0
    return (index < filled ? rows[filled - 1 - index] : rows[rows.length - 1 - (index - filled)]) ?? 0
  }
  const all = tests.length === 0 && catalogue.deadOf(table.type) === 0
  if (all && !desc) return rows
  const found = new Uint32Array(rows.length)
  let count = 0
  for (let index = 0; index < rows.length; index++) {
    const row = at(index)
    if (all || (!catalogue.isDead(table.type, row) && tests.every((test) => test.row(row))))
      found[count++] = row
  }
  return found.subarray(0, count)
}

/** Order of two rows in the answer: by key (empty last either way), then by id. */
function compareRows(a: { key: string; id: string }, b: { key: string; id: string }, desc: boolean): number {
  const way = desc ? -1 : 1
  if (a.key === b.key) return a.id < b.id ? -way : way
  if (a.key === '' || b.key === '') return a.key === '' ? 1 : -1
  return a.key < b.key ? -way : way
}

/** Answers a window of a list: filtered, sorted, cut out. Only the window's rows are decoded. */
export function listRows<T extends ListedType>(
  catalogue: Catalogue,
  query: Extract<ListQuery, { type: T }>,
): ListAnswer<T> {
  const { type, sort, desc, offset, limit } = query as ListQuery
  const tests = testsOf(catalogue, query as ListQuery)
  const make = sortKeyMaker(type, sort)
  const table = catalogue.base?.types[type]
  const rows = table ? baseRows(catalogue, table, query as ListQuery, make, tests) : new Uint32Array(0)

  const keyOf = (held: Held) => {
    let key = lookedUp.has(sort) ? undefined : held.keys.get(sort)
    if (key === undefined) {
      key = make(listedRow(held.row), catalogue)
      held.keys.set(sort, key)
    }
    return key
  }
  const over = [...catalogue.changedOf(type)]
    .filter((held) => tests.every((test) => test.held(held)))
    .map((held) => ({ held, id: held.id, key: keyOf(held), before: 0 }))
    .sort((a, b) => compareRows(a, b, desc))
  // How many rows of the table stand before each changed one.
  for (const entry of over) {
    let low = 0
    let high = rows.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const row = rows[middle] ?? 0
      const other = {
        key: make(listedRow(table?.stored(row).row as BareRow), catalogue),
        id: table?.id(row) ?? '',
      }
      if (compareRows(other, entry, desc) < 0) low = middle + 1
      else high = middle
    }
    entry.before = low
  }

  const shown: BareRow[] = []
  const total = rows.length + over.length
  let fromOver = 0
  while (fromOver < over.length && (over[fromOver]?.before ?? 0) + fromOver < offset) fromOver += 1
  for (let place = offset; place < Math.min(offset + limit, total); place++) {
    const next = over[fromOver]
    if (next && next.before + fromOver === place) {
      shown.push(next.held.row)
      fromOver += 1
    } else if (table) shown.push(table.stored(rows[place - fromOver] ?? 0).row)
  }
  return { total, rows: shown.map((row) => shownRow(type, listedRow(row), catalogue) as RowOf<T>) }
}

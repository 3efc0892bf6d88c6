import type { ListAnswer, ListQuery, ListedType, RowOf } from '../../../../shared/contract/rows'
import type { BareRows } from './entry'
import { dayBounds } from './entry'
import type { Catalogue, Held } from './catalogue'
import { shownRow } from './row'
import { lookedUp, sortKeyMaker } from './sort-keys'
import { typedWords } from './words'

type Test = (entry: Held) => boolean

function testsOf(query: ListQuery, catalogue: Catalogue): Test[] {
  const tests: Test[] = []
  const words = typedWords(query.filter.text ?? '')
  if (words.length > 0) tests.push((entry) => words.every((word) => entry.foldedAll.includes(` ${word}`)))
  const refersTo = 'refersTo' in query.filter ? query.filter.refersTo : undefined
  if (refersTo) tests.push((entry) => catalogue.refersTo(entry.id, refersTo))
  const oneOf = (values: readonly string[] | undefined, read: (entry: Held) => string | undefined) => {
    if (!values) return
    const wanted = new Set<string | undefined>(values)
    tests.push((entry) => wanted.has(read(entry)))
  }
  if (query.type === 'meeting') {
    const row = (entry: Held) => entry.row as BareRows['meeting']
    oneOf(query.filter.status, (entry) => row(entry).status)
    oneOf(query.filter.kind, (entry) => row(entry).kind)
    oneOf(query.filter.bodyId, (entry) => row(entry).bodyId)
    const { from } = dayBounds(query.filter.from, undefined)
    const { to } = dayBounds(undefined, query.filter.to)
    if (from) tests.push((entry) => entry.to >= from)
    if (to) tests.push((entry) => entry.from > 0 && entry.from <= to)
  } else if (query.type === 'participant') {
    const { agencyId } = query.filter
    if (agencyId) tests.push((entry) => catalogue.refersTo(entry.id, agencyId))
  } else if (query.type === 'agency') {
    oneOf(query.filter.kind, (entry) => (entry.row as BareRows['agency']).kind)
    const { parentId } = query.filter
    if (parentId) tests.push((entry) => (entry.row as BareRows['agency']).parentId === parentId)
  } else if (query.type === 'body') {
    oneOf(query.filter.kind, (entry) => (entry.row as BareRows['body']).kind)
  } else {
    const { tag } = query.filter
    if (tag) tests.push((entry) => (entry.row as BareRows['note']).tags.includes(tag))
  }
  return tests
}

/** Answers a window of a list: filtered, sorted (rows without the sorted value last, either way), cut out. */
export function listRows<T extends ListedType>(
  catalogue: Catalogue,
  query: Extract<ListQuery, { type: T }>,
): ListAnswer<T> {
  const { type, sort, desc, offset, limit } = query as ListQuery
  const tests = testsOf(query as ListQuery, catalogue)
  const make = sortKeyMaker(type, sort)
  const keyOf = (entry: Held) => {
    let key = lookedUp.has(sort) ? undefined : entry.keys.get(sort)
    if (key === undefined) {
      key = make(entry.row as BareRows[ListedType], catalogue)
      entry.keys.set(sort, key)
    }
    return key
  }
  const found: { entry: Held; key: string }[] = []
  for (const entry of catalogue.all(type)) {
    if (tests.every((test) => test(entry))) found.push({ entry, key: keyOf(entry) })
  }
  const way = desc ? -1 : 1
  found.sort((a, b) => {
    if (a.key === b.key) return a.entry.id < b.entry.id ? -way : way
    if (a.key === '' || b.key === '') return a.key === '' ? 1 : -1
    return a.key < b.key ? -way : way
  })
  const rows = found
    .slice(offset, offset + limit)
    .map(({ entry }) => shownRow(type, entry.row as BareRows[ListedType], catalogue) as RowOf<T>)
  return { total: found.length, rows }
}

import type { ListQuery } from '../../../../shared/contract/rows'
import { meetingStatuses } from '../../../../shared/records/meeting'
import { kindCodes } from './base-columns'
import type { TypeTable } from './base-table'
import type { Catalogue, Held, Sources } from './catalogue'
import { dayBounds, type BareRows } from './entry'
import { typedWords } from './words'

/** A filter, once for rows of the table and once for changed records. */
export interface Test {
  row: (row: number) => boolean
  held: (held: Held) => boolean
}

/** Rows of a table whose folded text has `part`, found by one pass over all of it. */
export function rowsWith(table: TypeTable, part: string): Uint8Array {
  const marks = new Uint8Array(table.count)
  const { folded, foldedOffsets } = table
  const wanted = Buffer.from(part)
  let row = 0
  for (let at = folded.indexOf(wanted); at >= 0;) {
    while ((foldedOffsets[row + 1] ?? Infinity) <= at) row += 1
    marks[row] = 1
    // On with the next row: one match is enough.
    at = folded.indexOf(wanted, foldedOffsets[row + 1] ?? folded.length)
  }
  return marks
}

function wordTests(table: TypeTable | undefined, text: string | undefined): Test[] {
  return typedWords(text ?? '').map((word) => {
    const marks = table && rowsWith(table, ` ${word}`)
    return { row: (row) => marks?.[row] === 1, held: (held) => held.folded.includes(` ${word}`) }
  })
}

function sourceTest(sources: readonly Sources[]): Test {
  return {
    row: (row) => sources.some(({ rows }) => rows.has(row)),
    held: ({ id }) => sources.some(({ ids }) => ids.has(id)),
  }
}

function codeTest(
  codes: readonly string[],
  column: Uint8Array | undefined,
  wanted: readonly string[],
  read: (held: Held) => string | undefined,
): Test {
  const numbers = new Set(wanted.map((value) => codes.indexOf(value)))
  const values = new Set<string | undefined>(wanted)
  return { row: (row) => numbers.has(column?.[row] ?? -1), held: (held) => values.has(read(held)) }
}

function periodTests(table: TypeTable | undefined, from: string | undefined, to: string | undefined): Test[] {
  const tests: Test[] = []
  const first = dayBounds(from, undefined).from
  const last = dayBounds(undefined, to).to
  if (first) tests.push({ row: (row) => (table?.to[row] ?? 0) >= first, held: (held) => held.to >= first })
  if (last) {
    const fits = (begin: number) => begin > 0 && begin <= last
    tests.push({ row: (row) => fits(table?.from[row] ?? 0), held: (held) => fits(held.from) })
  }
  return tests
}

/** The filters of a list question. */
export function testsOf(catalogue: Catalogue, query: ListQuery): Test[] {
  const { type, filter } = query
  const table = catalogue.base?.types[type]
  const tests = wordTests(table, filter.text)
  const pointing = (target: string | undefined, role?: string) => {
    if (target) tests.push(sourceTest([catalogue.sourcesOf(target, type, role)]))
  }
  const kinds = (wanted: readonly string[] | undefined) => {
    if (!wanted) return
    const read = (held: Held) => ('kind' in held.row ? held.row.kind : undefined)
    tests.push(codeTest(kindCodes[type] ?? [], table?.kinds, wanted, read))
  }
  switch (query.type) {
    case 'meeting': {
      const { status, kind, bodyId, from, to, refersTo } = query.filter
      if (status) {
        const read = (held: Held) => (held.row as BareRows['meeting']).status
        tests.push(codeTest(meetingStatuses, table?.statuses, status, read))
      }
      kinds(kind)
      if (bodyId) tests.push(sourceTest(bodyId.map((id) => catalogue.sourcesOf(id, 'meeting', 'body'))))
      tests.push(...periodTests(table, from, to))
      pointing(refersTo)
      break
    }
    case 'participant':
      pointing(query.filter.agencyId)
      break
    case 'agency':
      kinds(query.filter.kind)
      pointing(query.filter.parentId, 'parent')
      break
    case 'body':
      kinds(query.filter.kind)
      pointing(query.filter.refersTo)
      break
    case 'note': {
      pointing(query.filter.refersTo)
      const { tag } = query.filter
      const has = (row: BareRows['note']) => tag !== undefined && row.tags.includes(tag)
      if (tag) {
        tests.push({
          row: (row) => (table ? has(table.stored(row).row as BareRows['note']) : false),
          held: (held) => has(held.row as BareRows['note']),
        })
      }
    }
  }
  return tests
}

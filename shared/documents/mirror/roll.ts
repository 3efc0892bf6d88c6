import { lineField, namedField, pointerField, readFields, showFields, type Data, type Field } from './fields'
import { keep, type Parts, type Reading } from './blocks'
import type { MirrorLinks } from './links'
import type { Line } from './sections'
import { readTable, showTable } from './tables'
import { columns, memberships, roles, states, type Wording } from './words'

/** One of some fixed words; an empty cell is the usual one. */
function wordField<V extends string>(key: string, words: Wording<V>, usual: V): Field {
  return {
    key,
    covers: [key],
    show: (data) => words.wordOf(data[key] as V),
    read: (text, { line }) => ({ [key]: text ? words.valueOf(text, line) : usual }),
  }
}

interface Column {
  head: string
  field: Field
}

/** A table of parts: which fields stand in which column. */
export interface TableForm {
  type: 'attendance' | 'member'
  columns: readonly Column[]
}

export const rollForm: TableForm = {
  type: 'attendance',
  columns: [
    { head: columns.name, field: namedField('person', 'participantId', 'name') },
    { head: columns.prefix, field: lineField('prefix') },
    { head: columns.title, field: lineField('title') },
    { head: columns.agency, field: namedField('agency', 'agencyId', 'agencyName') },
    { head: columns.role, field: wordField('role', roles, 'participant') },
    { head: columns.state, field: wordField('state', states, 'present') },
    { head: columns.note, field: lineField('note') },
  ],
}

export const membersForm: TableForm = {
  type: 'member',
  columns: [
    { head: columns.name, field: pointerField('person', 'participantId') },
    { head: columns.title, field: lineField('title') },
    { head: columns.agency, field: pointerField('agency', 'agencyId') },
    { head: columns.role, field: wordField('role', roles, 'member') },
    { head: columns.membership, field: wordField('membership', memberships, 'full') },
  ],
}

/** Writes parts as a table; '' for none. */
export function showRows(form: TableForm, rows: readonly Data[], links: MirrorLinks, parts: Parts): string {
  if (rows.length === 0) return ''
  const fields = form.columns.map(({ field }) => field)
  const shown = rows.map((row) => {
    const { texts, beside } = showFields(row, fields, links)
    keep(parts, String(row.id), beside)
    return {
      id: String(row.id),
      cells: new Map(form.columns.map(({ head, field }) => [head, texts.get(field.key) ?? ''])),
    }
  })
  return showTable(
    form.columns.map(({ head }) => head),
    shown,
  )
}

/** Reads what {@link showRows} wrote. Errors: `MirrorFault`. */
export function readRows(form: TableForm, lines: readonly Line[], reading: Reading): Data[] {
  const heads = form.columns.map(({ head }) => head)
  return readTable(lines, heads).map(({ id, cells, line }) => {
    const texts = new Map(
      form.columns.map(({ head, field }) => [field.key, cells.get(head) ?? { text: '', line }]),
    )
    const fields = form.columns.map(({ field }) => field)
    return {
      ...readFields(texts, reading.parts.get(id ?? ''), fields, reading.links),
      id: reading.idFor(form.type, id),
    }
  })
}
